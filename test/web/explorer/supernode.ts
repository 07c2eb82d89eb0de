import type { EdgeRecord, Evidence, GraphRecords, NodeRecord, Properties } from "../../../src/graph/record.js";
import { compareText } from "../../../src/graph/text.js";

/** How many votes the states of `supernodeRecords` cast. */
export const CAST = { arda: 5_000, bora: 60 } as const;

/** A made-up graph in which Arda cast 5,000 votes, one a day, and Bora 60 of the same. */
export function supernodeRecords(): GraphRecords {
  const days = Array.from({ length: CAST.arda }, (_, index) => index);
  const states = Object.entries(CAST);
  const nodes = [
    node("register", "Source", "Register of Votes", { kind: "REGISTER", covers: [] }),
    node("arda", "State", "Arda"),
    node("bora", "State", "Bora"),
    ...days.map((day) => node(voteOn(day), "Vote", `Vote number ${String(day)}`, { date: dateOf(day) })),
  ];
  const edges = states.flatMap(([state, votes]) => days.slice(0, votes).map((day) => cast(state, day)));
  return { nodes: nodes.toSorted(byId), edges: edges.toSorted(byId) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

function voteOn(day: number): string {
  return `vote-${String(day)}`;
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10);
}

function evidence(day: number): readonly Evidence[] {
  return [{ source: "register", row: day + 1 }];
}

function node(id: string, type: string, name: string, properties: Properties = {}): NodeRecord {
  const own = { name, identified: true, sameAs: [], ...properties };
  const proof = type === "Source" ? [] : evidence(0);
  return { id, type, properties: own, aliases: [], basis: [], evidence: proof, claims: [] };
}

function cast(state: string, day: number): EdgeRecord {
  return {
    id: `${state}/CAST/${voteOn(day)}`,
    type: "CAST",
    subject: state,
    object: voteOn(day),
    modality: "ACTUAL",
    rank: "NORMAL",
    properties: { position: day % 3 === 0 ? "NO" : "YES" },
    date: dateOf(day),
    basis: [],
    evidence: evidence(day),
  };
}
