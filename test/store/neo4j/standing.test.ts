import { describe, expect, it } from "vitest";

import type { EdgeRecord, GraphRecords } from "../../../src/graph/record.js";
import { standings } from "../../../src/store/neo4j/standing.js";

describe("the standing of an edge", () => {
  const graph = records({
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
  const edges = graph.edges.map((edge) => {
    const derivedFrom = derived[edge.id];
    return derivedFrom === undefined ? edge : { ...edge, derivedFrom };
  });
  const standing = standings({ ...graph, edges });

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
    expect(edges.filter((edge) => edge.id === id).map(standing)).toMatchObject([{ corroboration, known }]);
  });

  it("names the sources of each stated edge that a derived one finally follows from", () => {
    const [last] = edges.filter((edge) => edge.id === "a/ON/d");
    expect(last && standing(last)).toMatchObject({
      sources: ["gazette"],
      premises: [["gazette", "leaflet"], ["annual"], ["leaflet"]],
    });
  });
});

function records(edges: Readonly<Record<string, readonly string[]>>): GraphRecords {
  const node = (id: string, type: string, date?: string) => ({
    ...{ id, type, properties: date === undefined ? {} : { date } },
    ...{ aliases: [], basis: [], evidence: [], claims: [] },
  });
  return {
    nodes: [node("gazette", "Source", "2014-02"), node("annual", "Source", "2015"), node("leaflet", "Source")],
    edges: Object.entries(edges).map(([id, sources]): EdgeRecord => {
      const [subject = "", type = "", object = ""] = id.split("/");
      const evidence = sources.map((source) => ({ source }));
      return { id, type, subject, object, modality: "ACTUAL", rank: "NORMAL", properties: {}, basis: [], evidence };
    }),
  };
}
