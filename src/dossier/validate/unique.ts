import type { NodeRecord } from "../../graph/record.js";
import type { Ontology } from "../../ontology/model.js";
import type { Placing } from "../places.js";
import { comparePositions, formatPosition } from "../problem.js";
import type { Report } from "../problem.js";

/** No two nodes of a type have the same value of a property that the ontology declares unique. */
export function checkUnique(nodes: readonly NodeRecord[], ontology: Ontology, places: Placing, report: Report): void {
  const seen = new Map<string, NodeRecord>();
  for (const node of [...nodes].sort((a, b) => comparePositions(places.get(a), places.get(b)))) {
    for (const { name, unique } of ontology.types.get(node.type)?.properties ?? []) {
      const value = node.properties[name];
      if (!unique || value === undefined) continue;
      const key = JSON.stringify([node.type, name, value]);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, node);
      else {
        const where = formatPosition(places.get(first));
        report(
          places.get(node),
          `"${node.id}" has the same "${name}" (${JSON.stringify(value)}) as "${first.id}" at ${where}; it is unique to one ${node.type}`,
        );
      }
    }
  }
}
