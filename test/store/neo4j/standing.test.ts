import { describe, expect, it } from "vitest";

import { eachEdgeNumber } from "../../../src/graph/each.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { edgeId } from "../../../src/graph/ids.js";
import type { EdgeRecord, GraphRecords } from "../../../src/graph/record.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type Standing, edgeStanding } from "../../../src/store/neo4j/standing.js";

const ontology = await loadOntology(ontologyPath);

describe("the standing of an edge", () => {
  const stated = records({
    "a/ON/b": ["gazette", "leaflet", "gazette"],
    "b/ON/c": ["annual"],
    "c/ON/d": ["leaflet"],
    "a/ON/c": ["annual", "gazette", "leaflet"],
    "a/ON/d": ["gazette"],
  });
  const derived: Readonly<Record<string, readonly string[]>> = {
    "a/ON/c": ["a/ON/b", "b/ON/c"],
    "a/ON/d": ["a/ON/c", "c/ON/d"],
  };
  const edges = stated.edges.map((edge) => {
    const derivedFrom = derived[edge.id];
    return derivedFrom === undefined ? edge : { ...edge, derivedFrom };
  });
  const graph = buildGraph({ ...stated, edges }, ontology);
  const standings = (id: string): readonly Standing[] => {
    const found = [...eachEdgeNumber(graph)].filter((edge) => edgeId(graph, edge) === id);
    return found.map((edge) => edgeStanding(graph, edge));
  };

  it.each([
    ["counts distinct sources, and is known since the first publication", "a/ON/b", 2, "2014-02-28"],
    ["is known from the end of an imprecise date", "b/ON/c", 1, "2015-12-31"],
    ["is known at no time without a dated source", "c/ON/d", 1, null],
    [
      "is that of the weakest premise and the last publication, however many sources there are in all",
      "a/ON/c",
      1,
      "2015-12-31",
    ],
    ["follows premises that are derived themselves", "a/ON/d", 1, null],
  ])("%s", (_title, id, corroboration, known) => {
    expect(standings(id)).toMatchObject([{ corroboration, known }]);
  });

  it("names the sources of each stated edge that a derived one finally follows from", () => {
    const premises = [["gazette", "leaflet"], ["annual"], ["leaflet"]];
    expect(standings("a/ON/d")).toMatchObject([{ sources: ["gazette"], premises }]);
  });
});

function records(edges: Readonly<Record<string, readonly string[]>>): GraphRecords {
  const node = (id: string, type: string, date?: string) => ({
    ...{ id, type, properties: date === undefined ? {} : { date } },
    ...{ aliases: [], basis: [], evidence: [], claims: [] },
  });
  return {
    nodes: [
      ...[node("gazette", "Source", "2014-02"), node("annual", "Source", "2015"), node("leaflet", "Source")],
      ...["a", "b", "c", "d"].map((id) => node(id, "Topic")),
    ],
    edges: Object.entries(edges).map(([id, sources]): EdgeRecord => {
      const [subject = "", type = "", object = ""] = id.split("/");
      const evidence = sources.map((source) => ({ source }));
      return { id, type, subject, object, modality: "ACTUAL", rank: "NORMAL", properties: {}, basis: [], evidence };
    }),
  };
}
