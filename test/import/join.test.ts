import { describe, expect, test } from "vitest";

import type { EdgeRecord, GraphRecords, NodeRecord } from "../../src/graph/record.js";
import { sortRecords } from "../../src/graph/sort-records.js";
import { identitiesOf } from "../../src/import/identities.js";
import type { EdgeDraft, NodeDraft } from "../../src/import/importer.js";
import { Collector } from "../../src/import/join/collector.js";
import { nodeOf, ontology } from "./support/read.js";

const proof = [{ source: "article", paragraph: 1 }];
const vote = (more: Partial<NodeRecord> = {}): NodeRecord => ({
  id: "a-vote",
  type: "Vote",
  properties: { name: "A vote", identified: true, sameAs: [], date: "2014-12", tally: { yes: 3, no: 1 } },
  aliases: [],
  basis: [{ of: "date", basis: "RESOLVED", reason: "The article says December." }],
  evidence: proof,
  claims: [],
  ...more,
});
const draft = (source: string, more: Partial<NodeDraft> = {}): NodeDraft => ({
  id: "a-vote",
  type: "Vote",
  name: "Vote of the register",
  properties: {},
  evidence: [{ source, row: 1 }],
  ...more,
});

function join(dossiers: GraphRecords, ...drafts: readonly NodeDraft[]): NodeRecord {
  const collector = new Collector(dossiers, ontology);
  for (const each of drafts) collector.sink.node(each);
  return nodeOf(sortRecords(collector.stated()), "a-vote");
}

const known: GraphRecords = { nodes: [vote()], edges: [] };

describe("a node of a dossier", () => {
  test("gains what it does not say, the more precise date and the fields it lacks", () => {
    const joined = join(
      known,
      draft("register", {
        properties: { kind: "SUBSTANTIVE", date: "2014-12-18", tally: { yes: 3, no: 1, abstain: 2 } },
      }),
    );
    expect(joined.properties).toMatchObject({
      name: "A vote",
      kind: "SUBSTANTIVE",
      date: "2014-12-18",
      tally: { yes: 3, no: 1, abstain: 2 },
    });
    expect(joined.basis).toEqual([]);
    expect(joined.claims).toEqual([]);
    expect(joined.evidence).toEqual([...proof, { source: "register", row: 1 }]);
  });

  test("keeps its value beside another as claims, each with who says so", () => {
    const joined = join(known, draft("register", { properties: { tally: { yes: 4, no: 1 } } }));
    expect(joined.properties["tally"]).toEqual({ yes: 3, no: 1 });
    expect(joined.claims).toEqual([
      { property: "tally", value: { yes: 3, no: 1 }, rank: "NORMAL", evidence: proof },
      { property: "tally", value: { yes: 4, no: 1 }, rank: "NORMAL", evidence: [{ source: "register", row: 1 }] },
    ]);
  });

  test("has another name that a source gives as an alias, but not one that an importer made", () => {
    expect(join(known, draft("register")).aliases).toEqual([
      { text: "Vote of the register", kind: "NAME", evidence: [{ source: "register", row: 1 }] },
    ]);
    expect(join(known, draft("register", { nameMade: true })).aliases).toEqual([]);
    expect(join(known, draft("register", { name: "a  VOTE" })).aliases).toEqual([]);
  });

  test("has a former name once, with the dates that another account adds", () => {
    const named = (more: object) => [{ text: "Old vote", kind: "FORMER" as const, evidence: proof, ...more }];
    const dossiers = { nodes: [vote({ aliases: named({}) })], edges: [] };
    const dated = named({ until: "1991", evidence: [{ source: "register", row: 1 }] });
    const aliases = join(dossiers, draft("register", { nameMade: true, aliases: dated })).aliases;
    expect(aliases).toEqual(named({ until: "1991", evidence: [...proof, { source: "register", row: 1 }] }));
    const other = named({ until: "1990" });
    expect(
      join({ nodes: [vote({ aliases: other })], edges: [] }, draft("r", { nameMade: true, aliases: dated })).aliases,
    ).toHaveLength(2);
  });

  test("lets a claim that was made before be proven by who says the same", () => {
    const claim = { property: "tally", value: { yes: 4, no: 1 }, rank: "DEPRECATED", evidence: proof } as const;
    const joined = join(
      { nodes: [vote({ claims: [claim] })], edges: [] },
      draft("register", { properties: { tally: { yes: 4, no: 1 } } }),
    );
    const [deprecated] = joined.claims.filter(({ rank }) => rank === "DEPRECATED");
    expect(deprecated?.evidence).toEqual([...proof, { source: "register", row: 1 }]);
  });
});

test("a node that only datasets have is named by the first that has a name for it", () => {
  const made = draft("list", { name: "Vote 7", nameMade: true });
  expect(join({ nodes: [], edges: [] }, made, draft("register"), draft("list", { name: "Third name" }))).toMatchObject({
    properties: { name: "Vote of the register", identified: true, sameAs: [] },
    aliases: [{ text: "Third name" }],
  });
});

test("an id that is of another type already is a violation, and what was said under it is left out", () => {
  const collector = new Collector(known, ontology);
  collector.sink.node(draft("register", { type: "Source" }));
  expect(collector.violations).toEqual([
    { id: "a-vote", message: "it is a Vote, and a dataset has a Source of that id; give one of them another" },
  ]);
  expect(nodeOf(sortRecords(collector.stated()), "a-vote")).toEqual(vote());
});

describe("an edge", () => {
  const cast = (source: string, more: Partial<EdgeDraft> = {}): EdgeDraft => ({
    type: "CAST",
    subject: "arda",
    object: "a-vote",
    date: "2014",
    properties: { position: "YES" },
    evidence: [{ source, row: 1 }],
    ...more,
  });
  const joinEdges = (...accounts: readonly EdgeDraft[]): readonly EdgeRecord[] => {
    const collector = new Collector({ nodes: [], edges: [] }, ontology);
    for (const account of accounts) collector.sink.edge(account);
    return sortRecords(collector.stated()).edges;
  };

  test("of which several sources say the same is one, with the more precise date and all evidence", () => {
    expect(joinEdges(cast("list"), cast("register", { date: "2014-12-18" }))).toEqual([
      {
        id: "arda/CAST/a-vote",
        type: "CAST",
        subject: "arda",
        object: "a-vote",
        date: "2014-12-18",
        modality: "ACTUAL",
        rank: "NORMAL",
        properties: { position: "YES" },
        basis: [],
        evidence: [
          { source: "list", row: 1 },
          { source: "register", row: 1 },
        ],
      },
    ]);
  });

  test("that a later source contradicts stands, and what that source says is kept beside it without counting", () => {
    const edges = joinEdges(cast("list"), cast("register", { properties: { position: "NO" } }));
    expect(edges.map(({ id, rank, properties }) => [id, rank, properties["position"]])).toEqual([
      ["arda/CAST/a-vote", "NORMAL", "YES"],
      ["arda/CAST/a-vote/register", "DEPRECATED", "NO"],
    ]);
    expect(edges[1]?.basis).toEqual([
      { of: "position", basis: "EXTERNAL", reason: 'list gives "YES", and is read first.' },
    ]);
  });

  test("of another day is another edge", () => {
    const edges = joinEdges(cast("list"), cast("register", { date: "2015" }));
    expect(edges.map(({ id, rank }) => [id, rank])).toEqual([
      ["arda/CAST/a-vote", "NORMAL"],
      ["arda/CAST/a-vote/register", "NORMAL"],
    ]);
  });
});

describe("identities", () => {
  const dossiers: GraphRecords = {
    nodes: [
      vote({ properties: { name: "A vote", date: "2014-12-18", kind: "SUBSTANTIVE" } }),
      vote({ id: "a-text", type: "Resolution", properties: { name: "A text", symbol: "A/RES/69/900" } }),
      vote({ id: "an-item", type: "Topic", properties: { name: "Rivers & lakes" } }),
    ],
    edges: [
      {
        id: "a-vote/ON/a-text",
        type: "ON",
        subject: "a-vote",
        object: "a-text",
        modality: "ACTUAL",
        rank: "NORMAL",
        properties: {},
        basis: [],
        evidence: proof,
      },
    ],
  };

  test("are those of the dossiers, by key, by name, and for the vote on a text by its day", () => {
    const { identify, identifyNamed, identifyVote } = identitiesOf(dossiers, ontology);
    expect(identify("Resolution", "symbol", "A/RES/69/900", "other")).toBe("a-text");
    expect(identifyNamed("Topic", "RIVERS, LAKES", "other")).toBe("an-item");
    expect(identifyVote("a-text", "2014-12", "other")).toBe("a-vote");
    expect(identifyVote("a-text", "2015-01-01", "another-vote")).toBe("another-vote");
    expect(identifyVote("a-text", "2015-02-01", "a-vote")).toBe("a-vote-2015-02-01");
  });

  test("stay what they were first given, and never take the id of another type", () => {
    const { identify, identifyNamed } = identitiesOf(dossiers, ontology);
    expect(identify("Meeting", "symbol", "S/PV.1", "a-vote")).toBe("a-vote-meeting");
    expect(identify("Meeting", "symbol", "S/PV.1", "something-else")).toBe("a-vote-meeting");
    expect(identifyNamed("Topic", "Seas", "seas")).toBe("seas");
    expect(identifyNamed("Topic", "seas", "the-seas")).toBe("seas");
  });
});
