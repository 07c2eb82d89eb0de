import { describe, expect, it } from "vitest";

import { buildGraph } from "../../src/graph/graph.js";
import { findNode } from "../../src/graph/ids.js";
import { quotesOfNode, quotesOfRecords } from "../../src/graph/quotes.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { fixtureRecords } from "../support/fixture.js";

const ontology = await loadOntology(ontologyPath);
const fixture = fixtureRecords();
const records = {
  ...fixture,
  nodes: fixture.nodes.map((node) =>
    node.id === "bora"
      ? {
          ...node,
          evidence: [
            { source: "leaflet", quote: "an old harbour" },
            { source: "chronicle", quote: "stood in the way" },
          ],
        }
      : node,
  ),
};

describe("the quotes of a node", () => {
  it("are those of its own evidence and of the edges it is the subject of, each once", () => {
    const quotes = quotesOfRecords(records);
    expect(quotes.get("bora")).toEqual(["an old harbour", "stood in the way"]);
    expect(quotes.get("dorn")).toEqual(["none of it happened"]);
    expect(quotes.get("text-3")).toBeUndefined();
  });

  it("are the same from a built graph", () => {
    const graph = buildGraph(records, ontology);
    const found = records.nodes.flatMap(({ id }) => {
      const quotes = quotesOfNode(graph, findNode(graph, id) ?? -1);
      return quotes.length === 0 ? [] : [[id, quotes] as const];
    });
    expect(new Map(found)).toEqual(new Map([...quotesOfRecords(records)].sort()));
  });
});
