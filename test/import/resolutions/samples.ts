import type { Imported } from "../../../src/import/import.js";
import type { OnRemark } from "../../../src/import/input/ledger.js";
import type { GraphRecords } from "../../../src/graph/record.js";
import { importFiles } from "../support/read.js";
import type { Files } from "../support/read.js";

/** A record of the General Assembly as its files have them, with what a test changes. */
export function assembly(changes: object = {}): string {
  return JSON.stringify({
    symbol: "A/RES/90/1",
    title: "Rights of  rivers",
    session: "Ninetieth session",
    adoption_meeting: "12th plenary meeting",
    pv: "A/90/PV.12",
    adoption_date: "3 March 2036",
    originating_document: "A/90/55, para. 7",
    report_paragraph: "7",
    committee: "Third Committee",
    agenda_item: "Agenda item 9",
    agenda_item_name: "Rivers",
    adoption_type: "By a recorded vote",
    MS_in_favour: ["FRANCE", "CÔTE D'IVOIRE", "TÜRKİYE"],
    MS_against: ["CHINA"],
    MS_abstaining: ["NAMIBIA"],
    MS_in_favour_count: "3",
    MS_against_count: "1",
    MS_abstaining_count: "1",
    sponsors: ["FRANCE"],
    additional_sponsors: ["EGYPT (ON BEHALF OF THE GROUP OF 77 AND CHINA)"],
    subjects: [
      ["RIVERS", "UNBIS Thesaurus"],
      ["EGYPT", "UNBIS Thesaurus"],
      ["UN. Rivers Office", "UNBIS Thesaurus"],
      ["9", "A/90/251"],
    ],
    ...changes,
  });
}

/** A record of the Security Council. */
export function council(changes: object = {}): string {
  return JSON.stringify({
    symbol: "S/RES/3000 (2036)",
    resolution_title: "Security Council resolution 3000 (2036) [on rivers]",
    document_title: "Adopted by the Security Council at its 9900th meeting, on 4 March 2036",
    adoption_meeting: "9900th meeting",
    adoption_date: "4 March 2036",
    outcome_letter: "S/PV.9900",
    draft_resolution: "S/2036/70",
    agenda_item_name: "Rivers.",
    adoption_type: "Adopted 2-0-1, 9900th meeting",
    MS_in_favour: ["FRANCE", "UNITED KINGDOM"],
    MS_against: [],
    MS_abstaining: ["CHINA"],
    MS_in_favour_count: "2",
    MS_against_count: "0",
    MS_abstaining_count: "1",
    sponsors: ["FRANCE"],
    additional_sponsors: [],
    subjects: [],
    ...changes,
  });
}

/** A record of the Human Rights Council, adopted without a vote. */
export function rights(changes: object = {}): string {
  return JSON.stringify({
    symbol: "A/HRC/RES/90/2",
    title: "Rivers",
    adoption_meeting: "5th meeting",
    adoption_date: "5 March 2036",
    draft_resolution: "A/HRC/90/L.3",
    agenda_item: "Agenda item 3",
    agenda_item_name: "Rivers",
    adoption_type: "Without a vote",
    MS_in_favour: [],
    MS_against: [],
    MS_abstaining: [],
    MS_in_favour_count: "",
    MS_against_count: "",
    MS_abstaining_count: "",
    sponsors: [],
    additional_sponsors: [],
    subjects: [],
    ...changes,
  });
}

export interface DraftChanges {
  readonly head?: string;
  readonly outcome?: string;
  readonly by?: string;
  readonly voting?: string;
  readonly symbol?: string;
}

/** A draft of the Security Council in Akoma Ntoso, vetoed by China and Russia unless a test says otherwise. */
export function draft(changes: DraftChanges = {}): string {
  const {
    head = "",
    outcome = "veto",
    by = "Not adopted due to the negative vote of 2 permanent members of the Security Council (China and Russian Federation)",
    voting = `<voting>${count("inFavour", ["FRANCE", "JAPAN"], "09")}${count("against", ["CHINA", "RUSSIAN FEDERATION"])}${count("abstaining", [])}</voting>`,
    symbol = "S/2036/71",
  } = changes;
  return `${head}<akomaNtoso xmlns:akn4un="http://un.org/akn4un"><statement name="draftResolution"><meta>
    <identification source="#DGACM"><FRBRWork><FRBRdate date="2036-03-06" name="voting"/></FRBRWork>
    <FRBRExpression><FRBRdate date="2036-03-07" name="publication"/></FRBRExpression></identification>
    <classification source="DHLAUTH"><keyword value="RIVERS" showAs="RIVERS" dictionary="UNBIS Thesaurus"/>
    <keyword refersTo="agenda" value="[1]" showAs="RIVERS--WATER" dictionary="S/90"/>
    <keyword refersTo="agenda" value="X" showAs="Rivers." dictionary="S/"/>
    <keyword refersTo="title" value="t" showAs="Draft resolution [on rivers &amp; seas]" dictionary="DHL"/></classification>
    <workflow source="#un"><step date="2036-03-06" outcome="draftResolution" by="France, Bosnia and Herzegovina,Japan and Norway"/>
    <step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by=""/>
    <step date="2036-03-06" outcome="${outcome}" as="S/PV.9901" by="${by}"/></workflow>
    <analysis source="#un"><parliamentary>${voting}</parliamentary></analysis></meta>
    <coverPage><p><docNumber refersTo="#symbol">${symbol}</docNumber></p></coverPage>
    <preface><p>The Security Council, <i>Recalling</i> rivers,</p></preface></statement></akomaNtoso>`;
}

/** A number of votes with those who cast them; `value` where it is not their number. */
export function count(of: string, names: readonly string[], value = String(names.length)): string {
  const voters = names.map((name) => `<organization refersTo="memberState">${name}</organization>`).join("\n");
  return `<count value="${value}" refersTo="${of}"><akn4un:voters>${voters}</akn4un:voters></count>`;
}

export interface Result extends Imported {
  /** `skipped 3: reason (detail)` for each remark. */
  readonly remarks: readonly string[];
}

/** Imports one file of the importer, and more where a test has them. */
export async function importOf(
  importer: "unxml-json" | "unxml",
  file: string | Uint8Array,
  more: Files = {},
  dossiers?: GraphRecords,
): Promise<Result> {
  const remarks: string[] = [];
  const onRemark: OnRemark = (kind, { line, reason, detail }) => {
    remarks.push(`${kind} ${line}: ${reason}${detail === undefined ? "" : ` (${detail})`}`);
  };
  const [kind, name] = importer === "unxml" ? ["texts", "text.xml"] : ["records", "records.json"];
  const manifest = `- importer: ${importer}
  files: { ${kind}: ["*.${name.split(".")[1] ?? ""}"] }
  source: { id: register, name: Register }`;
  const files = { [name]: file, ...more, "manifest.yaml": manifest };
  return { ...(await importFiles(files, dossiers, { onRemark })), remarks };
}
