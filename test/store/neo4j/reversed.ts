import type { GraphRecords } from "../../../src/graph/record.js";

/** The same states and votes, cast otherwise and on other resolutions: most edges change, some nodes and edges come and go. */
export function reversed({ nodes, edges }: GraphRecords): GraphRecords {
  return {
    nodes: nodes.map((node) =>
      node.type === "State" ? { ...node, properties: { ...node.properties, summary: "Made up." } } : node,
    ),
    edges: edges
      .filter((_edge, index) => index % 7 !== 0)
      .map((edge) => (edge.type === "CAST" ? { ...edge, properties: { position: "ABSENT" } } : edge)),
  };
}
