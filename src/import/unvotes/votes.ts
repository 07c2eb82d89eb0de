import type { Properties } from "../../graph/record.js";
import type { ImportContext } from "../importer.js";
import type { InputFile } from "../input/file.js";
import type { RollCall, RollCallEvidence } from "./roll-call.js";
import { votersOf } from "./voters.js";

/** What the votes of a roll call are put to. */
export interface Ballot {
  readonly call: RollCall;
  /** The id of the Vote. */
  readonly vote: string;
  readonly evidence: RollCallEvidence;
}

/** How many voted how in one roll call. */
export interface Count {
  yes: number;
  no: number;
  abstain: number;
}

/** The three words of the register. It lists no absences, so that nobody is ever said to have been absent. */
const POSITIONS: ReadonlyMap<string, { readonly counted: keyof Count; readonly properties: Properties }> = new Map([
  ["yes", { counted: "yes", properties: { position: "YES" } }],
  ["no", { counted: "no", properties: { position: "NO" } }],
  ["abstain", { counted: "abstain", properties: { position: "ABSTAIN" } }],
]);

/** Emits the votes cast. @returns how many there were, by roll call */
export async function emitCast(
  files: readonly InputFile[],
  ballots: ReadonlyMap<string, Ballot>,
  { sink, states }: ImportContext,
): Promise<ReadonlyMap<string, Count>> {
  const voters = votersOf(states);
  const counts = new Map<string, Count>();
  const seen = new Map<string, Set<string>>();
  for (const file of files) {
    for await (const rows of file.rows(["rcid", "country", "country_code", "vote"])) {
      for (const { line, values } of rows) {
        const [rcid = "", country = "", code = "", vote = ""] = values;
        const ballot = ballots.get(rcid);
        const position = POSITIONS.get(vote);
        if (ballot === undefined) {
          file.skip(line, "there is no such roll call", `rcid ${rcid}`);
          continue;
        }
        if (position === undefined) {
          file.skip(line, "the vote is neither yes, no nor abstain", vote);
          continue;
        }
        const { date } = ballot.call;
        const voter = voters(country, code, date);
        if ("unknown" in voter) {
          file.skip(line, "the state is not known", `${voter.unknown}, ${date}`);
          continue;
        }
        let heard = seen.get(rcid);
        if (heard === undefined) seen.set(rcid, (heard = new Set()));
        if (heard.has(voter.id)) {
          file.skip(line, "the state has a vote in this roll call already", `${country}, rcid ${rcid}`);
          continue;
        }
        heard.add(voter.id);
        let count = counts.get(rcid);
        if (count === undefined) counts.set(rcid, (count = { yes: 0, no: 0, abstain: 0 }));
        count[position.counted]++;
        sink.edge({
          type: "CAST",
          subject: voter.id,
          object: ballot.vote,
          date,
          properties: position.properties,
          evidence: ballot.evidence.votes,
        });
        file.keep();
      }
    }
  }
  return counts;
}
