import type { EdgeRecord, GraphRecords, NodeRecord } from "../../src/graph/record.js";
import { bareEdge, bareNode } from "./records.js";

const STATES = 193;
const POSITIONS = ["YES", "YES", "YES", "NO", "ABSTAIN"] as const;
const FIRST_YEAR = 1946;
const YEARS = 80;

/**
 * A made-up assembly: 193 states that each cast one of `votes` votes, each on a resolution and by a row of the register of its own. Nothing in it is
 * real.
 */
export function assembly(votes: number): GraphRecords {
  const node = (id: string, type: string, properties: NodeRecord["properties"]): NodeRecord => {
    const common = { name: `${type} ${id}`, identified: true, sameAs: [], ...properties };
    return bareNode(id, type, common, { evidence: type === "Source" ? [] : registered(1) });
  };
  const nodes = [node("register", "Source", { kind: "REGISTER" })];
  const edges: EdgeRecord[] = [];
  for (let s = 0; s < STATES; s++) nodes.push(node(`state-${pad(s)}`, "State", { m49: pad(s) }));
  for (let v = 0; v < votes; v++) {
    const date = String(FIRST_YEAR + Math.floor((v * YEARS) / votes));
    const evidence = registered(v + 1);
    nodes.push(node(`vote-${pad(v)}`, "Vote", { date, kind: "SUBSTANTIVE" }));
    nodes.push(node(`resolution-${pad(v)}`, "Resolution", { date, symbol: `B/RES/${v}` }));
    edges.push(bareEdge(`vote-${pad(v)}`, "ON", `resolution-${pad(v)}`, { date, evidence }));
    for (let s = 0; s < STATES; s++) {
      const position = POSITIONS[(s * 7 + v * 13) % POSITIONS.length] ?? "YES";
      const cast = { date, properties: { position }, evidence };
      edges.push(bareEdge(`state-${pad(s)}`, "CAST", `vote-${pad(v)}`, cast));
    }
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
}

function registered(row: number): EdgeRecord["evidence"] {
  return [{ source: "register", row }];
}

function pad(number: number): string {
  return String(number).padStart(6, "0");
}
