import type { EdgeRecord } from "../../graph/record.js";
import type { Ontology } from "../../ontology/model.js";
import type { Placing } from "../places.js";
import { comparePositions, formatPosition } from "../problem.js";
import type { Report } from "../problem.js";

/** Where a subject has at most one edge of a relationship, it has: rivals of rank DEPRECATED and of other modality aside. */
export function checkSingle(edges: readonly EdgeRecord[], ontology: Ontology, places: Placing, report: Report): void {
  const seen = new Map<string, EdgeRecord>();
  const single = edges.filter((edge) => edge.rank !== "DEPRECATED" && ontology.relationships.get(edge.type)?.single);
  for (const edge of single.sort((a, b) => comparePositions(places.get(a), places.get(b)))) {
    const place = `${edge.subject}/${edge.type}/${edge.modality}`;
    const first = seen.get(place);
    if (first === undefined) seen.set(place, edge);
    else {
      const where = formatPosition(places.get(first));
      report(
        places.get(edge),
        `"${edge.subject}" has ${edge.type} ${first.object} already, at ${where}; a node has at most one, so give the other the rank DEPRECATED`,
      );
    }
  }
}
