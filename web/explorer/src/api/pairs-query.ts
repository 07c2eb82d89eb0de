import type { Operation } from "./operation.js";
import { documentOf } from "./scope.js";

/** Edges of each relationship, under `r0`, `r1`, …: only the types of their ends. */
export type PairsAnswer = Readonly<Record<`r${number}`, EndsAnswer | undefined>>;

interface EndsAnswer {
  readonly nodes: readonly { readonly subject: TypeName; readonly object: TypeName }[];
}

interface TypeName {
  readonly __typename: string;
}

/** How many edges of a relationship are looked at to see which types it joins. */
export const SAMPLE = 100;

/** Which types each relationship joins, as far as its first edges tell; whether or not they happened. */
export function pairsQuery(relationships: readonly string[]): Operation<PairsAnswer> {
  const rows = relationships.map(
    (type, index) =>
      `r${String(index)}: links(first: ${String(SAMPLE)}, where: { type: { eq: ${type} }, modality: { exists: true } }) { nodes { subject { __typename } object { __typename } } }`,
  );
  return documentOf("Pairs", {}, rows.length === 0 ? "__typename" : rows.join("\n"), []);
}

/** Two types and the relationships that lead from one to the other. */
export interface Pair {
  readonly subject: string;
  readonly object: string;
  readonly relationships: readonly string[];
}

/** The pairs of types that an answer shows, in the order of their names. */
export function pairsOf(relationships: readonly string[], answer: PairsAnswer): readonly Pair[] {
  const found = new Map<string, { subject: string; object: string; relationships: Set<string> }>();
  relationships.forEach((relationship, index) => {
    for (const { subject, object } of answer[`r${index}`]?.nodes ?? []) {
      const key = `${subject.__typename} ${object.__typename}`;
      const pair = found.get(key) ?? {
        subject: subject.__typename,
        object: object.__typename,
        relationships: new Set(),
      };
      pair.relationships.add(relationship);
      found.set(key, pair);
    }
  });
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => ({ ...pair, relationships: [...pair.relationships] }));
}
