import { ORGANS, resolutionId, topicId, voteId } from "../ids.js";
import type { ImportContext, Importer } from "../importer.js";
import type { InputFile } from "../input/file.js";
import { evidenceOf, isWhole, MONTH_ONLY, readRollCalls } from "./roll-call.js";
import type { RollCall } from "./roll-call.js";
import { titleOf } from "./text.js";
import { voteNode } from "./vote-node.js";
import { emitCast } from "./votes.js";
import type { Ballot, Tally } from "./votes.js";

/** Roll calls of the General Assembly, in the form of the R package unvotes. */
export const unvotes: Importer = {
  name: "unvotes",
  title: "roll calls of the General Assembly since 1946 (CSV)",
  help: [
    "Erik Voeten's register of roll calls, as the R package unvotes publishes it (three tables, written as CSV; empty is missing).",
    "rollCalls: rcid, session, date, unres, amend, para, short, descr. Until session 57 only the month of a date is taken.",
    "votes: rcid, country, country_code (ISO 3166-1, two letters; NA is Namibia), vote (yes, no or abstain).",
    "issues: rcid, issue. Other columns, such as importantvote, are not read.",
  ],
  inputs: [
    { name: "rollCalls", title: "un_roll_calls.csv" },
    { name: "votes", title: "un_votes.csv" },
    { name: "issues", title: "un_roll_call_issues.csv", optional: true },
  ],
  read: async (files, context) => {
    const calls = await readRollCalls(files.get("rollCalls") ?? []);
    const ballots = new Map([...calls].map(([rcid, call]) => [rcid, ballotOf(call, context)]));
    for (const ballot of ballots.values()) emitResolution(ballot, context);
    await emitIssues(files.get("issues") ?? [], ballots, context);
    const counts = await emitCast(files.get("votes") ?? [], ballots, context);
    for (const [rcid, ballot] of ballots) emitVote(ballot, counts.get(rcid), context);
    emitAssembly(context);
  },
};

function ballotOf(call: RollCall, { identities, source }: ImportContext): Ballot {
  const evidence = evidenceOf(source, call);
  const own = `ga-roll-call-${call.rcid}`;
  if (call.reference === null || !isWhole(call)) return { call, vote: own, evidence };
  const { symbol } = call.reference;
  const resolution = identities.identify("Resolution", "symbol", symbol, resolutionId(symbol));
  return { call, vote: identities.identifyVote(resolution, call.date, voteId(symbol)), evidence };
}

/** The resolution that was voted on, in whole or in part. A symbol of this form is only given to what was adopted. */
function emitResolution({ call, vote, evidence }: Ballot, { identities, sink }: ImportContext): void {
  if (call.reference === null) return;
  const { symbol } = call.reference;
  const id = identities.identify("Resolution", "symbol", symbol, resolutionId(symbol));
  const whole = isWhole(call);
  const title = whole ? titleOf(call.description) : null;
  const reason = "It has the symbol of an adopted text.";
  sink.node({
    id,
    type: "Resolution",
    name: title ?? `General Assembly resolution ${symbol.replace(/^A\/RES\//, "")}`,
    ...(title === null ? { nameMade: true } : {}),
    properties: {
      symbol,
      status: "ADOPTED",
      ...(whole ? { date: call.date, adoptionType: "RECORDED_VOTE" } : {}),
    },
    basis: [{ of: "status", basis: "RESOLVED", reason }, ...(whole && call.date.length === MONTH ? [MONTH_ONLY] : [])],
    evidence: evidence.call,
  });
  sink.edge({ type: "ON", subject: vote, object: id, date: call.date, evidence: evidence.call });
  if (!whole) return;
  const adoption = { date: call.date, evidence: evidence.call };
  sink.edge({ type: "ADOPTED", subject: ORGANS.GENERAL_ASSEMBLY.id, object: id, ...adoption });
}

const MONTH = "yyyy-mm".length;

/** The vote and whose it is: the register is one of the General Assembly's roll calls. */
function emitVote(ballot: Ballot, count: Tally | undefined, { sink }: ImportContext): void {
  const { call, vote, evidence } = ballot;
  sink.node(voteNode(ballot, count));
  const organ = ORGANS.GENERAL_ASSEMBLY.id;
  sink.edge({ type: "TAKEN_BY", subject: vote, object: organ, date: call.date, evidence: evidence.call });
}

async function emitIssues(
  files: readonly InputFile[],
  ballots: ReadonlyMap<string, Ballot>,
  { identities, sink, source }: ImportContext,
): Promise<void> {
  const topics = new Map<string, string>();
  for (const file of files) {
    for await (const rows of file.rows(["rcid", "issue"])) {
      for (const { line, values } of rows) {
        const [rcid = "", issue = ""] = values;
        const ballot = ballots.get(rcid);
        if (ballot === undefined || issue === "") {
          file.skip(line, ballot === undefined ? "there is no such roll call" : "the issue is empty", `rcid ${rcid}`);
          continue;
        }
        let topic = topics.get(issue);
        if (topic === undefined) {
          topics.set(issue, (topic = identities.identifyNamed("Topic", issue, topicId(issue))));
          const evidence = [{ source, section: `un_roll_call_issues.csv ${issue}` }];
          sink.node({ id: topic, type: "Topic", name: issue, properties: { kind: "THEME" }, evidence });
        }
        const section = `un_roll_call_issues.csv rcid ${rcid}`;
        sink.edge({
          type: "ON",
          subject: ballot.vote,
          object: topic,
          date: ballot.call.date,
          evidence: [{ source, section }],
        });
        file.keep();
      }
    }
  }
}

function emitAssembly({ sink, source }: ImportContext): void {
  const { id, name } = ORGANS.GENERAL_ASSEMBLY;
  const evidence = [{ source, section: "un_roll_calls.csv" }];
  sink.node({
    id,
    type: "Organization",
    name: `United Nations ${name}`,
    nameMade: true,
    properties: { kind: "ORGAN" },
    evidence,
  });
}
