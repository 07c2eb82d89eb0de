import {
  type ASTNode,
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/**
 * A validation rule: an operation may nest selections at most `max` levels deep, fragments included. Root fields are level 1. Each
 * fragment is measured once, so that the rule costs no more than reading the document; cycles of fragments are another rule's error.
 */
export function depthRule(max: number): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    const fragments = new Map<string, number>();

    const fragmentDepth = (name: string): number => {
      const measured = fragments.get(name);
      if (measured !== undefined) return measured;
      // Stands for the fragment while it is measured, so that a cycle ends.
      fragments.set(name, 0);
      const fragment = context.getFragment(name);
      const depth = fragment ? selectionDepth(fragment.selectionSet) : 0;
      fragments.set(name, depth);
      return depth;
    };

    const selectionDepth = (set: SelectionSetNode): number =>
      set.selections.reduce((deepest, selection) => Math.max(deepest, depthOf(selection)), 0);

    const depthOf = (node: ASTNode): number => {
      if (node.kind === Kind.FIELD) return 1 + (node.selectionSet ? selectionDepth(node.selectionSet) : 0);
      if (node.kind === Kind.INLINE_FRAGMENT) return selectionDepth(node.selectionSet);
      return node.kind === Kind.FRAGMENT_SPREAD ? fragmentDepth(node.name.value) : 0;
    };

    return {
      OperationDefinition(operation) {
        const depth = selectionDepth(operation.selectionSet);
        if (depth <= max) return;
        const message = `The operation is ${depth} levels deep; at most ${max} are allowed (MAX_DEPTH).`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      },
    };
  };
}
