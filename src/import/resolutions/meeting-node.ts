import { ORGANS } from "../ids.js";
import type { Telling } from "./telling.js";

/** The meeting at which a text was voted on or adopted. @returns its id; null where the record names none */
export function emitMeeting({ record, context, evidence }: Telling): string | null {
  const { meeting } = record;
  if (meeting === null) return null;
  const proof = evidence("outcome");
  const { symbol, name, reason } = meeting;
  const id = symbol === null ? meeting.id : context.identities.identify("Meeting", "symbol", symbol, meeting.id);
  context.sink.node({
    id,
    type: "Meeting",
    name,
    nameMade: true,
    properties: { ...(symbol === null ? {} : { symbol }), date: record.date.value },
    basis: reason === undefined ? [] : [{ of: "symbol", basis: "RESOLVED", reason }],
    evidence: proof,
  });
  context.sink.edge({
    type: "PARTICIPATED_IN",
    subject: ORGANS[record.organ].id,
    object: id,
    date: record.date.value,
    properties: { role: "ORGANIZER" },
    evidence: proof,
  });
  return id;
}
