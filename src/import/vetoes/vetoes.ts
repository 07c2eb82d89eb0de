import type { Evidence } from "../../graph/record.js";
import { agendaItemId, draftId, meetingId, ORGANS, topicId, voteId } from "../ids.js";
import type { ImportContext, Importer } from "../importer.js";
import type { InputFile } from "../input/file.js";
import { slug } from "../slug.js";
import { COLUMNS, readVetoRow } from "./row.js";
import type { VetoRow } from "./row.js";

const COUNCIL = ORGANS.SECURITY_COUNCIL;

/** Vetoes in the Security Council, in the form of the list of the World Politics Data Lab. */
export const vetoes: Importer = {
  name: "vetoes",
  title: "vetoes in the Security Council since 1946 (CSV)",
  help: [
    "The Dag Hammarskjöld Library's list of vetoes, as the World Politics Data Lab publishes it in a CSV.",
    "vetoes: date (month/day/year), draft, meeting_record, agenda_item, crisis_topic, member_veto1 to member_veto3, and a column of zeros",
    "and ones for each of China, France, Russia, USSR, USA and UK.",
  ],
  inputs: [{ name: "vetoes", title: "unsc_vetoes_….csv" }],
  read: async (files, context) => {
    const telling = new Telling(context);
    for (const file of files.get("vetoes") ?? []) {
      for await (const rows of file.rows(COLUMNS)) {
        for (const row of rows) {
          const veto = readVetoRow(row);
          if ("unusable" in veto) file.skip(row.line, veto.unusable, veto.value);
          else telling.tell(veto, file);
        }
      }
    }
  },
};

/** Emits what rows say, organ and topics once. */
class Telling {
  readonly #context: ImportContext;
  readonly #said = new Set<string>();
  /** How many texts without a symbol have had an id, so that each has its own. */
  readonly #unnamed = new Map<string, number>();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  tell(veto: VetoRow, file: InputFile): void {
    const { states, sink, source } = this.#context;
    const members = veto.vetoedBy.map((name) => states.byName(name, veto.date));
    if (members.includes(null)) {
      file.skip(veto.line, "a member is no state known", veto.vetoedBy.join(", "));
      return;
    }
    const symbol = veto.draft ?? veto.meeting;
    const evidence = [{ source, ...(symbol === null ? {} : { symbol }), row: veto.row }];
    const item = this.#tellItem(veto, evidence);
    const text = this.#tellText(veto, item, evidence);
    const vote = this.#tellVote(veto, text, this.#tellMeeting(veto, item, evidence), evidence);
    for (const member of members) {
      if (member === null) continue;
      const date = veto.date;
      const reason = "The register lists its veto; a veto is a permanent member's vote against.";
      sink.edge({
        type: "CAST",
        subject: member,
        object: vote,
        date,
        properties: { position: "NO" },
        basis: [{ of: "position", basis: "RESOLVED", reason }],
        evidence,
      });
      const key = veto.preliminary && veto.draft !== null ? { key: "preliminary-question" } : {};
      sink.edge({
        type: "VETOED",
        subject: member,
        object: text,
        ...key,
        date,
        properties: { form: "VETO" },
        evidence,
      });
    }
    this.#remark(veto, file);
    file.keep();
  }

  #remark(veto: VetoRow, file: InputFile): void {
    const { line, row, contradiction, draft, severalDrafts } = veto;
    if (severalDrafts)
      file.note(line, "the draft has several symbols here: the first is taken", `row ${row}: ${draft ?? ""}`);
    if (veto.draft === null)
      file.note(line, "the draft has no symbol here: the text stands by its day and item", `row ${row}`);
    if (veto.meeting === null)
      file.note(line, "there is no meeting here: none is said to have taken the vote", `row ${row}`);
    if (contradiction !== null) {
      const [named, marked] = [veto.vetoedBy, contradiction].map((members) => members.join(", ") || "none");
      const detail = `row ${row}: ${named} by name, ${marked} by mark`;
      file.note(line, "the members named are not those marked: the names are taken", detail);
    }
  }

  #tellItem({ item, topic }: VetoRow, evidence: readonly Evidence[]): string | null {
    const { identities, sink, source } = this.#context;
    if (this.#first(COUNCIL.id)) {
      const name = `United Nations ${COUNCIL.name}`;
      const proof = [{ source, section: "draft" }];
      sink.node({
        id: COUNCIL.id,
        type: "Organization",
        name,
        nameMade: true,
        properties: { kind: "ORGAN" },
        evidence: proof,
      });
    }
    if (item === "") return null;
    const name = `${item} (item on the ${COUNCIL.name}'s agenda)`;
    const id = identities.identifyNamed("Topic", name, agendaItemId("SECURITY_COUNCIL", item));
    sink.node({ id, type: "Topic", name, nameMade: true, properties: { kind: "AGENDA_ITEM" }, evidence });
    sink.edge({ type: "ON_AGENDA_OF", subject: id, object: COUNCIL.id, evidence });
    return topic === item ? null : id;
  }

  #tellText(veto: VetoRow, item: string | null, evidence: readonly Evidence[]): string {
    const { identities, sink, states } = this.#context;
    const { date, draft, topic } = veto;
    const id =
      draft === null
        ? this.#unnamedText(veto)
        : identities.identify("Resolution", "draftSymbol", draft, draftId(draft));
    sink.node({
      id,
      type: "Resolution",
      name: `Security Council draft resolution ${draft ?? `of ${date}`}${topic === "" ? "" : ` on ${topic}`}`,
      nameMade: true,
      properties: { ...(draft === null ? {} : { draftSymbol: draft }), status: "VETOED", date },
      evidence,
    });
    sink.edge({ type: "FOR_DECISION_BY", subject: id, object: COUNCIL.id, evidence });
    if (item !== null) sink.edge({ type: "ABOUT", subject: id, object: item, evidence });
    if (topic === "") return id;
    const state = states.byName(topic, date);
    const theme = state ?? identities.identifyNamed("Topic", topic, topicId(topic));
    if (state === null) sink.node({ id: theme, type: "Topic", name: topic, properties: { kind: "THEME" }, evidence });
    sink.edge({ type: "ABOUT", subject: id, object: theme, evidence });
    return id;
  }

  /** The id of a text that has no symbol: its day and item, and a number where there are several of both. */
  #unnamedText({ date, item }: VetoRow): string {
    const id = slug("sc-draft", date, item);
    const count = (this.#unnamed.get(id) ?? 0) + 1;
    this.#unnamed.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }

  #tellMeeting({ meeting, date }: VetoRow, item: string | null, evidence: readonly Evidence[]): string | null {
    if (meeting === null) return null;
    const { identities, sink } = this.#context;
    const id = identities.identify("Meeting", "symbol", meeting, meetingId(meeting));
    const name = `Security Council meeting ${meeting} of ${date}`;
    sink.node({ id, type: "Meeting", name, nameMade: true, properties: { symbol: meeting, date }, evidence });
    const role = { role: "ORGANIZER" };
    sink.edge({ type: "PARTICIPATED_IN", subject: COUNCIL.id, object: id, date, properties: role, evidence });
    if (item !== null) sink.edge({ type: "ABOUT", subject: id, object: item, date, evidence });
    return id;
  }

  #tellVote(veto: VetoRow, text: string, meeting: string | null, evidence: readonly Evidence[]): string {
    const { identities, sink } = this.#context;
    const { date, draft, preliminary } = veto;
    const own = draft === null ? `${text}-vote` : voteId(draft, preliminary ? "preliminary question" : "");
    const id = preliminary ? own : identities.identifyVote(text, date, own);
    const reason = "A vote on which a veto counts is not procedural.";
    sink.node({
      id,
      type: "Vote",
      name: `Security Council vote of ${date} on ${preliminary ? "whether it was a procedural question to vote on " : ""}${draft ?? veto.item}`,
      nameMade: true,
      properties: { date, ...(preliminary ? {} : { kind: "SUBSTANTIVE" }) },
      basis: preliminary ? [] : [{ of: "kind", basis: "RESOLVED", reason }],
      evidence,
    });
    sink.edge({ type: "ON", subject: id, object: text, date, evidence });
    sink.edge({ type: "TAKEN_BY", subject: id, object: COUNCIL.id, date, evidence });
    if (meeting !== null) sink.edge({ type: "TAKEN_AT", subject: id, object: meeting, date, evidence });
    return id;
  }

  #first(what: string): boolean {
    if (this.#said.has(what)) return false;
    this.#said.add(what);
    return true;
  }
}
