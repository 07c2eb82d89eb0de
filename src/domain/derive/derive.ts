import type { EdgeRecord } from "../../graph/record.js";
import { compareText } from "../../graph/text.js";
import type { Ontology } from "../../ontology/model.js";
import { groupBy } from "../group.js";
import type { Stated } from "../stated.js";
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
export function deriveEdges(stated: Stated, ontology: Ontology): readonly EdgeRecord[] {
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

function indexPremises({ nodes, edges }: Stated): Premises {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const bySubject = new Map<string, ReadonlyMap<string, readonly EdgeRecord[]>>();
  const subjectsOf = (type: string): ReadonlyMap<string, readonly EdgeRecord[]> => {
    const known = bySubject.get(type) ?? groupBy(edges.ofType(type), (edge) => edge.subject);
    bySubject.set(type, known);
    return known;
  };
  return {
    edges: edges.ofType,
    edgesFrom: (type, subject) => subjectsOf(type).get(subject) ?? [],
    edgesTo: edges.to,
    node: (id) => byId.get(id),
  };
}
