import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { edgeId } from "../../src/graph/edge-id.js";
import type { EdgeRecord, NodeRecord } from "../../src/graph/record.js";

/** The roll calls of the General Assembly as records, enough of them to measure with: the importers make the real ones. */
export interface VoteRecords {
  readonly nodes: readonly NodeRecord[];
  /** Made anew, one at a time, whenever they are walked. */
  readonly edges: Iterable<EdgeRecord>;
}

const POSITIONS: Readonly<Record<string, string>> = { yes: "YES", no: "NO", abstain: "ABSTAIN" };
const SOURCE = "unvotes";

/**
 * Reads the two files of the unvotes set in a folder.
 *
 * @param copies so many times the roll calls, each copy with the real positions: a larger graph of the same distribution
 */
export async function unVotes(folder: string, copies: number): Promise<VoteRecords> {
  const [votes, rollCalls] = await Promise.all(
    ["un_votes.csv", "un_roll_calls.csv"].map((name) => readFile(join(folder, name), "utf8")),
  );
  const rows = lines(votes ?? "").slice(1);
  const dates = new Map(
    lines(rollCalls ?? "")
      .slice(1)
      .map((line) => line.split(",", 4))
      .map(([rcid = "", , , date = ""]) => [rcid, date] as const),
  );
  const states = new Map<string, string>();
  for (const row of rows) {
    const country = row.slice(row.indexOf(",") + 1, row.lastIndexOf(",", row.lastIndexOf(",") - 1));
    if (!states.has(country)) states.set(country, slug(country));
  }
  const voteIds = (copy: number): string => (copy === 0 ? "" : `-${copy}`);
  const evidence = [{ source: SOURCE, row: 1 }];
  const nodes: NodeRecord[] = [node(SOURCE, "Source", "Roll calls of the General Assembly", { kind: "REGISTER" }, [])];
  for (const [name, id] of states) nodes.push(node(id, "State", name, {}, evidence));
  for (let copy = 0; copy < copies; copy++) {
    for (const [rcid, date] of dates) {
      const properties = { date, kind: "SUBSTANTIVE", symbol: `R/${rcid}${voteIds(copy)}` };
      nodes.push(node(`vote-${rcid}${voteIds(copy)}`, "Vote", `Roll call ${rcid}`, properties, evidence));
    }
  }
  return {
    nodes,
    edges: {
      *[Symbol.iterator]() {
        for (let copy = 0; copy < copies; copy++) {
          for (const [index, row] of rows.entries()) {
            const end = row.indexOf(",");
            const last = row.lastIndexOf(",");
            const country = row.slice(end + 1, row.lastIndexOf(",", last - 1));
            const rcid = row.slice(0, end);
            const ends = {
              type: "CAST",
              subject: states.get(country) ?? "",
              object: `vote-${rcid}${voteIds(copy)}`,
            };
            const date = dates.get(rcid);
            yield {
              id: edgeId(ends),
              ...ends,
              ...(date === undefined ? {} : { date }),
              modality: "ACTUAL",
              rank: "NORMAL",
              properties: { position: POSITIONS[row.slice(last + 1)] ?? "" },
              basis: [],
              evidence: [{ source: SOURCE, row: index + 2 }],
            };
          }
        }
      },
    },
  };
}

function node(
  id: string,
  type: string,
  name: string,
  properties: NodeRecord["properties"],
  evidence: NodeRecord["evidence"],
): NodeRecord {
  const own = { name, identified: true, sameAs: [], ...properties };
  return { id, type, properties: own, aliases: [], basis: [], evidence, claims: [] };
}

/** The lines of a file that has none within quotes. */
function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== "");
}

function slug(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
