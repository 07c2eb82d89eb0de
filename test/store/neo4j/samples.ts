import type { EdgeRecord, GraphRecords, NodeRecord } from "../../../src/graph/record.js";
import { bareEdge, bareNode } from "../../../scripts/bench/records.js";

/** A node with a name and nothing else, or what is given beside. */
export function node(id: string, type: string, { properties, ...rest }: Partial<NodeRecord> = {}): NodeRecord {
  return bareNode(id, type, { name: id, sameAs: [], identified: true, ...properties }, rest);
}

/** An edge of modality ACTUAL and rank NORMAL that an article tells of, or what is given beside. */
export function edge(subject: string, type: string, object: string, rest: Partial<EdgeRecord> = {}): EdgeRecord {
  return bareEdge(subject, type, object, { evidence: [{ source: "article" }], ...rest });
}

/** Records that use every part of the storage form, neutral elements and empty lists among them. */
export const samples: GraphRecords = sorted({
  nodes: [
    node("article", "Source", { properties: { name: "An article", date: "2014-02", covers: [], kind: "ARTICLE" } }),
    node("register", "Source", {
      properties: {
        name: "A register",
        date: "2017-05-30",
        sameAs: ["https://example.org/register"],
        covers: [
          { relationships: ["CAST", "VETOED"], bodies: [], from: "1946", until: "2017-05", complete: true },
          { complete: false },
        ],
      },
    }),
    node("china", "State", {
      properties: { name: "China", iso2: "CN", iso3: "CHN", summary: "" },
      aliases: [
        {
          text: "People's Republic of China",
          kind: "NAME",
          evidence: [{ source: "article", paragraph: 12, quote: "" }],
        },
        { text: "PRC", kind: "ACRONYM", from: "1949-10-01", until: "2014", evidence: [] },
      ],
      basis: [{ of: "iso3", basis: "EXTERNAL", reason: "ISO 3166-1" }],
      evidence: [
        { source: "article", paragraph: 3, quote: "␀ is a mark", attributedTo: ["person", "china"], reportedBy: [] },
        { source: "register", row: 7, page: 2, symbol: "A/RES/69/188", section: "II", wording: "Ünïcödé 🂡" },
      ],
      claims: [
        { property: "name", value: "P. R. of China", rank: "NORMAL", reason: "the register's form", evidence: [] },
        { property: "sameAs", value: ["a", "b"], rank: "DEPRECATED", evidence: [{ source: "register", row: 1 }] },
      ],
    }),
    node("person", "Person", { properties: { name: "Somebody", identified: false } }),
    node("draft", "Resolution", { properties: { date: "2016-12-05", status: "VETOED", series: false } }),
    node("vote", "Vote", { properties: { date: "2016", tally: { yes: 11, no: 3, abstain: 1, absent: 0 } } }),
    node("finding", "Statement", {
      properties: { quantity: { min: 0.5, max: 1e21, unit: "people", approximate: true }, text: "So many." },
    }),
    node("empty-count", "Vote", { properties: { tally: {} } }),
  ],
  edges: [
    edge("china", "VETOED", "draft", {
      date: "2016-12-05",
      properties: { form: "VETO" },
      derivedFrom: ["china/CAST/vote", "vote/ON/draft"],
      evidence: [{ source: "article", paragraph: 3 }, { source: "register", row: 7 }, { source: "article" }],
    }),
    edge("china", "CAST", "vote", { properties: { position: "NO" }, evidence: [{ source: "register", row: 7 }] }),
    edge("vote", "ON", "draft"),
    edge("person", "MADE", "finding", { from: "2013", until: "2014-02-17", modality: "DENIED", rank: "DEPRECATED" }),
    edge("person", "MADE", "finding", {
      key: "again",
      basis: [{ of: "date", basis: "INFERRED", reason: "from the text" }],
    }),
    edge("person", "DIFFERENT_FROM", "person", { properties: { reason: "itself" }, evidence: [] }),
    edge("article", "MENTIONS", "china", { properties: { paragraphs: [3, 12] } }),
    edge("register", "MENTIONS", "china", { properties: { paragraphs: [] } }),
  ],
});

function sorted({ nodes, edges }: GraphRecords): GraphRecords {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.toSorted(byId), edges: edges.toSorted(byId) };
}
