import type { Ontology } from "../ontology/model.js";
import type { ScaledPair } from "../plan/match.js";

/** How the edges of a relationship are compared. */
export interface AgreementRule {
  readonly relationships: readonly string[];
  readonly property: string;
  readonly scale: readonly ScaledPair[];
}

/**
 * How an ontology compares how two vote, null where it marks nothing with `@agreement`.
 *
 * Agreement is counted as Arend Lijphart does (The Analysis of Bloc Voting in the General Assembly, American Political Science Review 57,
 * 1963): the same position is 1, both abstaining included; one for and one against is 0; one abstaining is one half. The score is the mean
 * over the votes in which both took part, so that being absent counts as nothing. Who treats abstention otherwise finds each pair counted.
 */
export function agreementRule(ontology: Ontology): AgreementRule | null {
  const marked = [...ontology.propertySets.values()].find((set) => set.agreement !== null);
  if (marked?.agreement === undefined || marked.agreement === null) return null;
  const { property, opposite, between } = marked.agreement;
  const values = [...opposite, ...between];
  const scale = values.flatMap((of) =>
    values.map((other) => ({
      of,
      with: other,
      agreement: of === other ? 1 : opposite.includes(of) && opposite.includes(other) ? 0 : 0.5,
    })),
  );
  const relationships = [...ontology.relationships.values()].filter((one) => one.properties === marked.name);
  return { relationships: relationships.map(({ type }) => type), property, scale };
}
