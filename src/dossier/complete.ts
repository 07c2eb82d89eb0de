import type { NodeRecord } from "../graph/record.js";
import type { Ontology } from "../ontology/model.js";
import type { Placing } from "./places.js";
import type { Report } from "./problem.js";

/** What every node says of itself that does not say otherwise. */
const DEFAULTS: NodeRecord["properties"] = { identified: true };

/**
 * Gives a node what it need not say: that it is identified, and an empty list where a list is required. Any other required
 * property that is missing is reported.
 */
export function completeNode(node: NodeRecord, ontology: Ontology, places: Placing, report: Report): NodeRecord {
  const required = ontology.types.get(node.type)?.properties.filter((property) => property.required) ?? [];
  const missing = required.filter(({ name }) => name !== "id" && node.properties[name] === undefined);
  const filled = missing.flatMap(({ name, list }) => {
    const value = list ? [] : DEFAULTS[name];
    if (value !== undefined) return [[name, value] as const];
    report(places.get(node), `${node.type} "${node.id}" has no "${name}"; add it`);
    return [];
  });
  const completed = { ...node, properties: { ...Object.fromEntries(filled), ...node.properties } };
  places.copy(node, completed);
  return completed;
}
