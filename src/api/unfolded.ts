import { Kind } from "graphql";
import type { DocumentNode, SelectionSetNode } from "graphql";

/**
 * How many fields a valid document has once its fragments are written out. Each fragment is counted once, so that counting costs no more
 * than reading the document.
 */
export function unfoldedFields({ definitions }: DocumentNode): number {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const counted = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name);
    const count = counted.get(name) ?? (fragment === undefined ? 0 : ofSet(fragment.selectionSet));
    counted.set(name, count);
    return count;
  };
  const ofSet = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, one) => {
      if (one.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(one.name.value);
      const below = one.selectionSet === undefined ? 0 : ofSet(one.selectionSet);
      return sum + below + (one.kind === Kind.FIELD ? 1 : 0);
    }, 0);
  const operations = definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one] : []));
  return operations.reduce((sum, { selectionSet }) => sum + ofSet(selectionSet), 0);
}
