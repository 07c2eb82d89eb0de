import type { EdgeRecord, GraphRecords } from "../../graph/record.js";
import { compareText } from "../../graph/text.js";
import type { Ontology } from "../../ontology/model.js";
import { groupBy } from "../group.js";
import { deriveAffiliatedWith } from "./affiliated-with.js";
import type { Derivation, Premises } from "./derivation.js";
import { joinDerivations } from "./join.js";
import { deriveRecommended } from "./recommended.js";
import { deriveStances } from "./stance.js";
import { deriveVetoed } from "./vetoed.js";

/** What follows from what: a file each. Another rule is one more entry here. */
const RULES: readonly ((premises: Premises) => readonly Derivation[])[] = [
  deriveRecommended,
  deriveAffiliatedWith,
  deriveStances,
  deriveVetoed,
];

/** The edges that follow from stated ones, sorted by id. Relationships that the ontology does not have are not derived. */
export function deriveEdges(stated: GraphRecords, ontology: Ontology): readonly EdgeRecord[] {
  const premises = indexPremises(stated);
  const derivations = RULES.flatMap((rule) => rule(premises)).filter(({ type }) => ontology.relationships.has(type));
  return [...groupBy(derivations, ({ type, subject, object }) => `${subject}/${type}/${object}`).values()]
    .flatMap((group) => joinDerivations(group, statedLike(group, premises)))
    .sort((a, b) => compareText(a.id, b.id));
}

/** The stated edges with the type and ends of these derivations. */
function statedLike([first]: readonly Derivation[], premises: Premises): readonly EdgeRecord[] {
  if (first === undefined) return [];
  return premises.edgesFrom(first.type, first.subject).filter((edge) => edge.object === first.object);
}

function indexPremises({ nodes, edges }: GraphRecords): Premises {
  const byType = groupBy(edges, (edge) => edge.type);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // By subject only where a rule asks for it: most edges of a full record are votes, which none does.
  const bySubject = new Map<string, ReadonlyMap<string, readonly EdgeRecord[]>>();
  const subjectsOf = (type: string): ReadonlyMap<string, readonly EdgeRecord[]> => {
    const known = bySubject.get(type) ?? groupBy(byType.get(type) ?? [], (edge) => edge.subject);
    bySubject.set(type, known);
    return known;
  };
  return {
    edges: (type) => byType.get(type) ?? [],
    edgesFrom: (type, subject) => subjectsOf(type).get(subject) ?? [],
    node: (id) => byId.get(id),
  };
}
