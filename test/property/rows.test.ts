import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bareEdge, bareNode } from "../../scripts/bench/records.js";
import { eachEdgeNumber } from "../../src/graph/each.js";
import { type Graph, buildGraph } from "../../src/graph/graph.js";
import { edgeRecord } from "../../src/graph/read-records.js";
import type { EdgeRecord, Evidence } from "../../src/graph/record.js";
import { likeness } from "../../src/store/neo4j/alike.js";
import { encodeEdge } from "../../src/store/neo4j/elements.js";
import { FINGERPRINT, fingerprint } from "../../src/store/neo4j/fingerprint.js";
import { rowsOf } from "../../src/store/neo4j/rows.js";
import { edgeStanding } from "../../src/store/neo4j/standing.js";
import { recordsArbitrary, recordsInRollCalls } from "../support/arbitraries.js";
import { fixtureMaterial } from "./support.js";

const { ontology, records } = await fixtureMaterial();

const graphs = fc
  .oneof(recordsArbitrary(ontology), recordsInRollCalls(ontology), fc.constant(records))
  .map((some) => buildGraph(some, ontology));

it("an edge is stored with what is its own, also where others are alike", () => {
  fc.assert(fc.property(graphs, expectOwnRows), { numRuns: 200 });
});

describe("votes of two states", () => {
  const evidence: Evidence = { source: "register" };
  const common = { date: "2014", modality: "ACTUAL", rank: "NORMAL", properties: { position: "YES" } } as const;
  const others: Readonly<Record<string, Partial<EdgeRecord>>> = {
    key: { key: "again" },
    date: { date: "2014-01" },
    from: { from: "2014" },
    until: { until: "2014" },
    modality: { modality: "DENIED" },
    rank: { rank: "DEPRECATED" },
    properties: { properties: { position: "NO" } },
    basis: { basis: [{ of: "date", basis: "INFERRED", reason: "It was so." }] },
    premises: { derivedFrom: ["a/CAST/v"] },
    "no evidence": { evidence: [] },
    "more evidence": { evidence: [evidence, evidence] },
    source: { evidence: [{ source: "gazette" }] },
    paragraph: { evidence: [{ ...evidence, paragraph: 1 }] },
    row: { evidence: [{ ...evidence, row: 1 }] },
    page: { evidence: [{ ...evidence, page: 1 }] },
    symbol: { evidence: [{ ...evidence, symbol: "A/1" }] },
    section: { evidence: [{ ...evidence, section: "I" }] },
    quote: { evidence: [{ ...evidence, quote: "so" }] },
    wording: { evidence: [{ ...evidence, wording: "so" }] },
    attribution: { evidence: [{ ...evidence, attributedTo: ["a"] }] },
    report: { evidence: [{ ...evidence, reportedBy: ["a"] }] },
  };
  const graphOf = (other: Partial<EdgeRecord>): Graph => {
    const vote = (state: string, own: Partial<EdgeRecord>): EdgeRecord =>
      bareEdge(state, "CAST", "v", { ...common, evidence: [evidence], ...own });
    const nodes = [
      ["a", "State"],
      ["b", "State"],
      ["gazette", "Source"],
      ["register", "Source"],
      ["v", "Vote"],
    ] as const;
    return buildGraph(
      { nodes: nodes.map(([id, type]) => bareNode(id, type, { name: id })), edges: [vote("a", {}), vote("b", other)] },
      ontology,
    );
  };

  it("are alike where nothing differs, and have one set of columns", () => {
    const graph = graphOf({});
    const rows = rowsOf(graph);
    expect(likeness(graph, 0)).not.toBeNull();
    expect(likeness(graph, 0)).toBe(likeness(graph, 1));
    expect(rows.edge(1).columns).toBe(rows.edge(0).columns);
  });

  it.each(Object.entries(others))("are not alike where one has another %s", (_, other) => {
    const graph = graphOf(other);
    expect(likeness(graph, 1)).not.toBe(likeness(graph, 0));
    expectOwnRows(graph);
  });
});

function expectOwnRows(graph: Graph): void {
  const rows = rowsOf(graph);
  for (const number of eachEdgeNumber(graph)) {
    const record = edgeRecord(graph, number);
    const columns = encodeEdge(record, edgeStanding(graph, number), ontology);
    const { id, type, subject, object } = record;
    const row = { id, type, subject, object, columns: { ...columns, [FINGERPRINT]: fingerprint(columns) } };
    expect(rows.edge(number)).toEqual(row);
  }
}
