import { describe, expect, it } from "vitest";

import { toldOf } from "../../../src/store/neo4j/told.js";
import { edge, node } from "./samples.js";

const from = (source: string, rest: object = {}) => [{ source, ...rest }];

describe("the sources that tell of a node", () => {
  const told = toldOf({
    nodes: [
      node("gazette", "Source"),
      node("leaflet", "Source"),
      node("china", "State", {
        evidence: from("gazette"),
        aliases: [{ text: "PRC", kind: "ACRONYM", evidence: from("register") }],
        claims: [{ property: "name", value: "P. R. of China", rank: "NORMAL", evidence: from("leaflet") }],
      }),
      ...["draft", "vote", "envoy", "teller", "far", "near"].map((id) => node(id, "Topic")),
    ],
    edges: [
      edge("china", "VETOED", "draft", { evidence: from("annual", { attributedTo: ["teller"] }) }),
      edge("vote", "ON", "draft", { evidence: from("leaflet", { reportedBy: ["envoy"] }) }),
      edge("china", "SUPPORTED", "draft", { evidence: from("annual"), derivedFrom: ["china/VETOED/draft"] }),
      edge("near", "SUPPORTED", "far", {
        evidence: [...from("leaflet"), ...from("annual")],
        derivedFrom: ["china/VETOED/draft", "vote/ON/draft"],
      }),
      edge("near", "CRITICIZED", "far", { evidence: from("leaflet"), derivedFrom: ["nowhere/ON/nothing"] }),
    ],
  });

  it("are those of its evidence, aliases, claims and edges", () => {
    expect(told("china")).toEqual({ sources: ["annual", "gazette", "leaflet", "register"], joint: [] });
    expect(told("draft")).toEqual({ sources: ["annual", "leaflet"], joint: [] });
  });

  it("are those of evidence that refers to it", () => {
    expect(told("teller").sources).toEqual(["annual"]);
    expect(told("envoy").sources).toEqual(["leaflet"]);
  });

  it("are, of a source, the source itself", () => {
    expect(told("gazette").sources).toEqual(["gazette"]);
  });

  it("tell jointly of the ends of a derived edge that is no end of its premises, and never where a premise is missing", () => {
    const joint = [[["leaflet", "annual"], ["annual"], ["leaflet"]]];
    expect(told("near")).toEqual({ sources: [], joint });
    expect(told("far")).toEqual({ sources: [], joint });
  });

  it("are none of a node that nothing tells of", () => {
    expect(told("nobody")).toEqual({ sources: [], joint: [] });
  });
});
