import { describe, expect, it } from "vitest";

import { buildGraph, GraphBuilder } from "../../src/graph/graph.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../src/graph/record.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { fixtureRecords } from "../support/fixture.js";

const ontology = await loadOntology(ontologyPath);
const fixture = fixtureRecords();

function withNode(id: string, change: (node: NodeRecord) => NodeRecord): GraphRecords {
  return { ...fixture, nodes: fixture.nodes.map((node) => (node.id === id ? change(node) : node)) };
}

function withEdge(id: string, change: (edge: EdgeRecord) => EdgeRecord): GraphRecords {
  return { ...fixture, edges: fixture.edges.map((edge) => (edge.id === id ? change(edge) : edge)) };
}

/** The fixture with some edges once more. */
function withEdges(edges: readonly EdgeRecord[]): GraphRecords {
  return { ...fixture, edges: [...fixture.edges, ...edges] };
}

describe("buildGraph", () => {
  it.each<[string, GraphRecords]>([
    [`"arda": there is no type Empire.`, withNode("arda", (node) => ({ ...node, type: "Empire" }))],
    [`"arda": State has no property size.`, withNode("arda", (node) => ({ ...node, properties: { size: 3 } }))],
    [`State.name: 7 is not of type String.`, withNode("arda", (node) => ({ ...node, properties: { name: 7 } }))],
    [`"2014-13" is not a date`, withNode("vote-1", (node) => ({ ...node, properties: { date: "2014-13" } }))],
    [
      `Vote.kind: "SECRET" is not of type VoteKind.`,
      withNode("vote-1", (n) => ({ ...n, properties: { kind: "SECRET" } })),
    ],
    [`State.sameAs: "a" is not of type [URL].`, withNode("arda", (node) => ({ ...node, properties: { sameAs: "a" } }))],
    [`There is no node "nowhere".`, withNode("arda", (node) => ({ ...node, evidence: [{ source: "nowhere" }] }))],
    [`"bora" is given twice.`, withNode("arda", (node) => ({ ...node, id: "bora" }))],
    [`there is no relationship LIKES.`, withEdge("camp/LOCATED_IN/harbour", (edge) => ({ ...edge, type: "LIKES" }))],
    [
      `the id of this edge should be "camp/LOCATED_IN/arda".`,
      withEdge("camp/LOCATED_IN/harbour", (edge) => ({ ...edge, object: "arda" })),
    ],
    [
      `LOCATED_IN has no property floor.`,
      withEdge("camp/LOCATED_IN/harbour", (edge) => ({ ...edge, properties: { floor: 1 } })),
    ],
    [`"camp/LOCATED_IN/harbour" is given twice.`, withEdges(fixture.edges.filter(({ type }) => type === "LOCATED_IN"))],
    [
      `there is no edge "x" to derive it from.`,
      withEdge("camp/LOCATED_IN/harbour", (edge) => ({ ...edge, derivedFrom: ["x"] })),
    ],
  ])("refuses records that do not fit: %s", (message, records) => {
    expect(() => buildGraph(records, ontology)).toThrow(message);
  });

  it("takes edges one at a time, as they are read, and makes the same graph of them", async () => {
    async function* read(): AsyncGenerator<EdgeRecord> {
      for (const edge of fixture.edges.toReversed()) yield await Promise.resolve(edge);
    }
    const builder = new GraphBuilder(fixture.nodes, ontology);
    for await (const edge of read()) builder.edge(edge);
    const graph = builder.finish();
    const whole = buildGraph(fixture, ontology);
    expect(graph.snapshot).toBe(whole.snapshot);
    expect(new Map(graph.sections)).toEqual(new Map(whole.sections));
  });

  it("keeps the fan-out of each relationship type, for estimates of cost", () => {
    const cast = buildGraph(fixture, ontology).relationships.get("CAST");
    expect(cast?.out.degrees).toEqual({ nodes: 6, mean: 5, max: 5 });
    expect(cast?.in.degrees).toEqual({ nodes: 5, mean: 6, max: 6 });
  });
});
