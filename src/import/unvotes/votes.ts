import type { Properties } from "../../graph/record.js";
import type { ImportContext } from "../importer.js";
import type { InputFile } from "../input/file.js";
import type { RollCall, RollCallEvidence } from "./roll-call.js";
import { votersByDate } from "./voters.js";
import type { Voters } from "./voters.js";

/** What the votes of a roll call are put to. */
export interface Ballot {
  readonly call: RollCall;
  /** The id of the Vote. */
  readonly vote: string;
  readonly evidence: RollCallEvidence;
}

/** How many voted how in one roll call. */
export interface Tally {
  yes: number;
  no: number;
  abstain: number;
}

/** The three words of the register. It lists no absences, so that nobody is ever said to have been absent. */
const POSITIONS: ReadonlyMap<string, { readonly counted: keyof Tally; readonly properties: Properties }> = new Map([
  ["yes", { counted: "yes", properties: { position: "YES" } }],
  ["no", { counted: "no", properties: { position: "NO" } }],
  ["abstain", { counted: "abstain", properties: { position: "ABSTAIN" } }],
]);

/** One roll call while its votes are read. */
interface Count {
  readonly ballot: Ballot;
  readonly tally: Tally;
  readonly voterOf: Voters;
  readonly heard: Set<string>;
}

/** Emits the votes cast. @returns how many there were, by roll call; nothing of one without any */
export async function emitCast(
  files: readonly InputFile[],
  ballots: ReadonlyMap<string, Ballot>,
  { sink, states }: ImportContext,
): Promise<ReadonlyMap<string, Tally>> {
  const votersOn = votersByDate(states);
  const counts = new Map<string, Count>();
  for (const file of files) {
    for await (const rows of file.rows(["rcid", "country", "country_code", "vote"])) {
      for (const { line, values } of rows) {
        const [rcid = "", country = "", code = "", vote = ""] = values;
        let count = counts.get(rcid);
        if (count === undefined) {
          const ballot = ballots.get(rcid);
          if (ballot === undefined) {
            file.skip(line, "there is no such roll call", `rcid ${rcid}`);
            continue;
          }
          const tally = { yes: 0, no: 0, abstain: 0 };
          counts.set(rcid, (count = { ballot, tally, voterOf: votersOn(ballot.call.date), heard: new Set() }));
        }
        const { ballot, heard, tally } = count;
        const { date } = ballot.call;
        const position = POSITIONS.get(vote);
        if (position === undefined) {
          file.skip(line, "the vote is neither yes, no nor abstain", vote);
          continue;
        }
        const voter = count.voterOf(country, code);
        if ("unknown" in voter) {
          file.skip(line, "the state is not known", `${voter.unknown}, ${date}`);
          continue;
        }
        if (heard.has(voter.id)) {
          file.skip(line, "the state has a vote in this roll call already", `${country}, rcid ${rcid}`);
          continue;
        }
        heard.add(voter.id);
        tally[position.counted]++;
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
  return new Map([...counts].flatMap(([rcid, { heard, tally }]) => (heard.size === 0 ? [] : [[rcid, tally]])));
}
