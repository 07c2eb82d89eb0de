import type { EdgeRecord } from "../../graph/record.js";
import type { Ontology, RelationshipDefinition } from "../../ontology/model.js";
import type { Placing } from "../places.js";
import type { Report } from "../problem.js";
import { listOr } from "../suggest.js";

/** Every edge joins types that the ontology allows its relationship to join. */
export function checkEnds(
  edges: readonly EdgeRecord[],
  typeOf: ReadonlyMap<string, string>,
  ontology: Ontology,
  places: Placing,
  report: Report,
): void {
  for (const edge of edges) {
    const relationship = ontology.relationships.get(edge.type);
    const subject = typeOf.get(edge.subject);
    const object = typeOf.get(edge.object);
    // Ends without a known type have been reported where they are written.
    if (relationship === undefined || subject === undefined || object === undefined) continue;
    if (!ontology.types.has(subject) || !ontology.types.has(object)) continue;
    const message = explainEnds(relationship, subject, object, ontology);
    if (message !== null) report(places.get(edge), message);
  }
}

function explainEnds(
  { type, ends }: RelationshipDefinition,
  subject: string,
  object: string,
  ontology: Ontology,
): string | null {
  const open = ends.filter((end) => end.subjects.includes(subject));
  if (open.some((end) => end.objects.includes(object))) return null;
  return open.length === 0
    ? `${subject} cannot be the subject of ${type}; allowed: ${nameTypes(
        ends.flatMap((end) => end.subjects),
        ontology,
      )}`
    : `${type} of a ${subject} cannot have the object type ${object}; allowed: ${nameTypes(
        open.flatMap((end) => end.objects),
        ontology,
      )}`;
}

/** The fewest names for a set of types: an interface stands for all types that implement it. */
function nameTypes(types: readonly string[], ontology: Ontology): string {
  const left = new Set(types);
  const names: string[] = [];
  const interfaces = [...ontology.types.values()].filter((type) => type.kind === "interface" && type.plural !== "");
  interfaces.sort((a, b) => b.concrete.length - a.concrete.length);
  for (const { name, concrete } of interfaces) {
    if (concrete.length < 2 || !concrete.every((type) => left.has(type))) continue;
    names.push(name);
    for (const type of concrete) left.delete(type);
  }
  return listOr([...names, ...[...left].sort()]);
}
