import { ORGANS, voteId } from "../ids.js";
import { basisOf, claimsOf } from "./stated.js";
import type { Telling } from "./telling.js";
import { readPositions } from "./positions.js";
import type { CastPosition, Positions } from "./positions.js";

/** The vote on a text, and who voted how. Members that are on no list are not said to have been absent. */
export function emitVote(telling: Telling, meeting: string | null): void {
  const { record, context, symbol, text, evidence } = telling;
  if (record.vote === null) return;
  const date = record.date.value;
  const positions = readPositions(record.vote, (name) => context.states.byName(name, date));
  const proof = evidence("votes");
  const id = context.identities.identifyVote(text, date, voteId(symbol));
  const { tally } = positions;
  context.sink.node({
    id,
    type: "Vote",
    name: `${ORGANS[record.organ].name} vote of ${date} on ${symbol}`,
    nameMade: true,
    properties: { date, kind: "SUBSTANTIVE", ...(tally === null ? {} : { tally: { ...tally.value } }) },
    basis: basisOf("tally", tally),
    claims:
      tally === null
        ? []
        : claimsOf(
            "tally",
            {
              ...tally,
              value: { ...tally.value },
              rivals: tally.rivals.map((rival) => ({ ...rival, value: { ...rival.value } })),
            },
            proof,
          ),
    evidence: proof,
  });
  context.sink.edge({ type: "ON", subject: id, object: text, date, evidence: proof });
  const organ = ORGANS[record.organ].id;
  context.sink.edge({ type: "TAKEN_BY", subject: id, object: organ, date, evidence: proof });
  if (meeting !== null) context.sink.edge({ type: "TAKEN_AT", subject: id, object: meeting, date, evidence: proof });
  for (const cast of positions.cast) emitCast(telling, id, cast);
  tellDoubts(telling, positions);
}

function emitCast({ record, context, evidence }: Telling, vote: string, cast: CastPosition): void {
  const { state, position, doubt } = cast;
  const refuted = doubt?.borneOut === false;
  context.sink.edge({
    type: "CAST",
    subject: state,
    object: vote,
    // The one that is borne out is the state's position; any other needs a key beside it.
    ...(doubt === undefined || doubt.borneOut === true ? {} : { key: `listed-${position.toLowerCase()}` }),
    date: record.date.value,
    ...(refuted ? { rank: "DEPRECATED" as const } : {}),
    properties: { position },
    evidence: evidence("votes", doubt?.wording),
  });
}

function tellDoubts({ doubt, symbol }: Telling, { tally, unknown, repeated, cast }: Positions): void {
  for (const name of unknown)
    doubt({ reason: "a voter that is no state known: left out", detail: `${symbol}: ${name}` });
  if (repeated > 0) doubt({ reason: "a list that has states twice", detail: `${symbol}: ${repeated} of them` });
  const twice = cast.find((it) => it.doubt !== undefined);
  if (twice !== undefined) doubt({ reason: "a state on two lists", detail: `${symbol}: ${twice.state}` });
  else if (tally !== null && tally.rivals.length > 0)
    doubt({ reason: "its results of the vote differ", detail: symbol });
}
