import { ORGANS } from "../ids.js";
import { readNames } from "./names.js";
import type { Telling } from "./telling.js";

/** The organ whose text it is. */
export function emitOrgan({ record, context, said, evidence }: Telling): void {
  const { id, name } = ORGANS[record.organ];
  if (!said.first(`organ ${id}`)) return;
  const properties = { kind: "ORGAN" };
  context.sink.node({
    id,
    type: "Organization",
    name: `United Nations ${name}`,
    nameMade: true,
    properties,
    evidence: evidence("outcome"),
  });
}

/** Who adopted the text, or whose it was to adopt it, and the committee that recommended it. */
export function emitDecision(telling: Telling): void {
  const { record, context, text, evidence } = telling;
  const organ = ORGANS[record.organ].id;
  const proof = evidence("outcome");
  if (record.status === "ADOPTED") {
    context.sink.edge({ type: "ADOPTED", subject: organ, object: text, date: record.date.value, evidence: proof });
  } else {
    context.sink.edge({ type: "FOR_DECISION_BY", subject: text, object: organ, evidence: proof });
  }
  if (record.committee === null) return;
  const { name, report } = record.committee;
  const full = `${name} of the United Nations General Assembly`;
  const committee = context.identities.identifyNamed("Organization", full, name.toLowerCase().replace(" ", "-"));
  if (telling.said.first(`committee ${committee}`)) {
    context.sink.node({
      id: committee,
      type: "Organization",
      name: full,
      nameMade: true,
      properties: { kind: "ORGAN" },
      evidence: proof,
    });
    context.sink.edge({ type: "PART_OF", subject: committee, object: organ, evidence: proof });
  }
  const approval = evidence("outcome", `It comes before the Assembly in the committee's report, ${report}.`);
  context.sink.edge({ type: "ADOPTED", subject: committee, object: text, evidence: approval });
}

/** The permanent members that the record holds to account for a text that was not adopted. */
export function emitVetoes({ record, context, text, symbol, evidence, doubt }: Telling): void {
  const date = record.date.value;
  for (const { state, text: name } of readNames(record.vetoedBy, (it) => context.states.byName(it, date))) {
    if (state === null) {
      doubt({ reason: "a vetoing member that is no state known: left out", detail: `${symbol}: ${name}` });
      continue;
    }
    const properties = { form: "VETO" };
    context.sink.edge({
      type: "VETOED",
      subject: state,
      object: text,
      date,
      properties,
      evidence: evidence("outcome"),
    });
  }
}
