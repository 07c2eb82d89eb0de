import { describe, expect, it } from "vitest";

import { buildGraph } from "../../../src/graph/graph.js";
import { findNode } from "../../../src/graph/ids.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type Told, toldOf } from "../../../src/store/neo4j/told.js";
import { edge, node } from "./samples.js";

const from = (source: string, rest: object = {}) => [{ source, ...rest }];

const ontology = await loadOntology(ontologyPath);

describe("the sources that tell of a node", () => {
  const records = {
    nodes: [
      ...["annual", "gazette", "leaflet", "register"].map((id) => node(id, "Source")),
      node("china", "State", {
        evidence: from("gazette"),
        aliases: [{ text: "PRC", kind: "ACRONYM", evidence: from("register") }],
        claims: [{ property: "name", value: "P. R. of China", rank: "NORMAL", evidence: from("leaflet") }],
      }),
      ...["draft", "vote", "envoy", "teller", "rumour", "far", "near", "nobody"].map((id) => node(id, "Topic")),
    ],
    edges: [
      edge("china", "VETOED", "draft", { evidence: from("annual", { attributedTo: ["teller"] }) }),
      edge("vote", "ON", "draft", { evidence: from("leaflet", { reportedBy: ["envoy"] }) }),
      edge("china", "SUPPORTED", "draft", { evidence: from("annual"), derivedFrom: ["china/VETOED/draft"] }),
      edge("near", "SUPPORTED", "far", {
        evidence: [...from("leaflet"), ...from("annual")],
        derivedFrom: ["china/VETOED/draft", "vote/ON/draft"],
      }),
      edge("far", "CRITICIZED", "near", {
        evidence: [...from("leaflet"), ...from("annual", { attributedTo: ["rumour"] })],
        derivedFrom: ["china/VETOED/draft", "vote/ON/draft"],
      }),
    ],
  };
  const graph = buildGraph(records, ontology);
  const ask = toldOf(graph);
  const told = (id: string): Told | null => {
    const number = findNode(graph, id);
    return number === null ? null : ask(number);
  };

  it("are those of its evidence, aliases, claims and edges", () => {
    expect(told("china")).toEqual({ sources: ["annual", "gazette", "leaflet", "register"], joint: [] });
    expect(told("draft")).toEqual({ sources: ["annual", "leaflet"], joint: [] });
  });

  it("are those of evidence that refers to it", () => {
    expect(told("teller")).toEqual({ sources: ["annual"], joint: [] });
    expect(told("envoy")).toEqual({ sources: ["leaflet"], joint: [] });
  });

  it("are, of a source, the source itself", () => {
    expect(told("gazette")).toEqual({ sources: ["gazette"], joint: [] });
  });

  it("tell jointly of the ends of a derived edge that is no end of its premises, however many edges say the same", () => {
    const joint = [[["leaflet", "annual"], ["annual"], ["leaflet"]]];
    expect(told("near")).toEqual({ sources: [], joint });
    expect(told("far")).toEqual({ sources: [], joint });
  });

  it("tell jointly of whom the evidence for a derived edge refers to", () => {
    expect(told("rumour")).toEqual({ sources: [], joint: [[["annual"], ["annual"], ["leaflet"]]] });
  });

  it("are none of a node that nothing tells of", () => {
    expect(told("nobody")).toEqual({ sources: [], joint: [] });
  });
});
