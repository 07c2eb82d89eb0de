import fc from "fast-check";

import type { EdgeField, PathsPlan, SubgraphPlan } from "../../src/plan/plan.js";
import { type Material, linksArbitrary } from "../support/arbitraries.js";
import { EDGE_ID, EVERYTHING, ID, SHOWN, edgeProperty, property } from "../support/plans.js";

const CITATION: EdgeField = {
  kind: "records",
  as: "evidence",
  name: "evidence",
  fields: [
    { kind: "value", as: "citation", name: "citation" },
    { kind: "nodes", as: "by", name: "attributedTo", fields: [ID] },
  ],
};

/** A plan of one of the kinds that walk the graph, over some records. Most let most edges through: few would lead nowhere. */
export function randomWalk(material: Material): fc.Arbitrary<PathsPlan | SubgraphPlan> {
  const { nodes, edges } = material.records;
  const types = [...new Set(nodes.map((node) => node.type))].sort();
  const relationships = [...new Set(edges.map((edge) => edge.type))].sort();
  const nodeId = fc.constantFrom(...nodes.map((node) => node.id));
  const elementId = fc.oneof(nodeId, fc.constantFrom(...edges.map((edge) => edge.id)));
  const shared = {
    relationships: fc.subarray(relationships, { minLength: Math.ceil(relationships.length / 2) }),
    visible: fc.constantFrom(SHOWN, EVERYTHING),
    edge: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: linksArbitrary(material).map(({ where }) => where) },
    ),
    nodeFields: fc.constant([ID, property("name")]),
    linkFields: fc.constant([EDGE_ID, edgeProperty("date"), CITATION]),
  };
  const paths = fc.record({
    kind: fc.constant("paths" as const),
    from: nodeId,
    to: nodeId,
    avoid: fc.record({
      ids: fc.array(elementId, { maxLength: 3 }),
      types: fc.subarray(types, { maxLength: 2 }),
      degree: fc.option(fc.integer({ min: 4, max: 16 }), { freq: 1 }),
    }),
    maxLength: fc.integer({ min: 1, max: 5 }),
    first: fc.integer({ min: 1, max: 12 }),
    ...shared,
  });
  const subgraph = fc.record({
    kind: fc.constant("subgraph" as const),
    from: fc.array(fc.oneof({ weight: 5, arbitrary: nodeId }, fc.constant("nobody")), { maxLength: 3 }),
    depth: fc.integer({ min: 0, max: 3 }),
    known: fc.array(elementId, { maxLength: 8 }),
    first: fc.integer({ min: 0, max: 20 }),
    ...shared,
  });
  return fc.oneof(paths, subgraph);
}
