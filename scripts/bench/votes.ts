import type { EdgeRecord, GraphRecords, NodeRecord } from "../../src/graph/record.js";
import { edgeId } from "../../src/graph/edge-id.js";

const STATES = 193;
const POSITIONS = ["YES", "YES", "YES", "NO", "ABSTAIN"] as const;
const FIRST_YEAR = 1946;
const YEARS = 80;

/** A made-up assembly: 193 states that each cast one of `votes` votes, each on a resolution of its own. Nothing in it is real. */
export function assembly(votes: number): GraphRecords {
  const evidence = [{ source: "register", row: 1 }];
  const node = (id: string, type: string, properties: NodeRecord["properties"]): NodeRecord => {
    const common = { name: `${type} ${id}`, identified: true, sameAs: [], ...properties };
    return {
      id,
      type,
      properties: common,
      aliases: [],
      basis: [],
      evidence: type === "Source" ? [] : evidence,
      claims: [],
    };
  };
  const edge = (type: string, subject: string, object: string, rest: Partial<EdgeRecord>): EdgeRecord => {
    const id = edgeId({ type, subject, object });
    return {
      id,
      type,
      subject,
      object,
      modality: "ACTUAL",
      rank: "NORMAL",
      properties: {},
      basis: [],
      evidence,
      ...rest,
    };
  };
  const nodes = [node("register", "Source", { kind: "REGISTER" })];
  const edges: EdgeRecord[] = [];
  for (let s = 0; s < STATES; s++) nodes.push(node(`state-${pad(s)}`, "State", { m49: pad(s) }));
  for (let v = 0; v < votes; v++) {
    const date = String(FIRST_YEAR + Math.floor((v * YEARS) / votes));
    nodes.push(node(`vote-${pad(v)}`, "Vote", { date, kind: "SUBSTANTIVE" }));
    nodes.push(node(`resolution-${pad(v)}`, "Resolution", { date, symbol: `B/RES/${v}` }));
    edges.push(edge("ON", `vote-${pad(v)}`, `resolution-${pad(v)}`, { date }));
    for (let s = 0; s < STATES; s++) {
      const position = POSITIONS[(s * 7 + v * 13) % POSITIONS.length] ?? "YES";
      edges.push(edge("CAST", `state-${pad(s)}`, `vote-${pad(v)}`, { date, properties: { position } }));
    }
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
}

function pad(number: number): string {
  return String(number).padStart(6, "0");
}
