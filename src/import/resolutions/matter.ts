import { agendaItemId, ORGANS, topicId } from "../ids.js";
import type { Telling } from "./telling.js";

/** Bodies and instruments of the United Nations, which the thesaurus lists as well: they are not topics. */
const BODY = /^UN(?:\.| |$)/i;

/** What a text is about: the item on its organ's agenda, and the subjects under which the UN's librarians put it. */
export function emitMatter(telling: Telling): void {
  const { record, context, text, evidence } = telling;
  if (record.agendaItem !== null) {
    const item = emitItem(telling, record.agendaItem);
    context.sink.edge({ type: "ABOUT", subject: text, object: item, evidence: evidence("agenda item") });
  }
  const topics = new Set(
    record.subjects.filter((subject) => !BODY.test(subject)).map((subject) => emitSubject(telling, subject)),
  );
  for (const topic of topics) {
    context.sink.edge({ type: "ABOUT", subject: text, object: topic, evidence: evidence("keywords") });
  }
}

function emitItem({ record, context, said, evidence }: Telling, title: string): string {
  const { id: organ, name: organName } = ORGANS[record.organ];
  const name = `${title} (item on the ${organName}'s agenda)`;
  const id = context.identities.identifyNamed("Topic", name, agendaItemId(record.organ, title));
  if (said.first(`topic ${id}`)) {
    const proof = evidence("agenda item");
    context.sink.node({ id, type: "Topic", name, properties: { kind: "AGENDA_ITEM" }, evidence: proof });
    context.sink.edge({ type: "ON_AGENDA_OF", subject: id, object: organ, evidence: proof });
  }
  return id;
}

/** A state where the heading is the name of one, else a theme. Headings are in capitals in most years: that is how they are told here. */
function emitSubject({ record, context, said, evidence }: Telling, heading: string): string {
  const name = heading.replace(/\s+/g, " ").trim().toUpperCase();
  const state = context.states.byName(name, record.date.value);
  if (state !== null) return state;
  const id = context.identities.identifyNamed("Topic", name, topicId(name));
  if (said.first(`topic ${id}`)) {
    context.sink.node({ id, type: "Topic", name, properties: { kind: "THEME" }, evidence: evidence("keywords") });
  }
  return id;
}
