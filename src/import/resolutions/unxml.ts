import type { InputFile } from "../input/file.js";
import type { ImportContext, Importer, InputFiles } from "../importer.js";
import { readAkomaNtoso } from "../xml/akoma-ntoso.js";
import { emitText } from "./emit.js";
import { readXmlRecord } from "./from-xml.js";
import { Said } from "./telling.js";

/** Resolutions, and drafts that the Security Council did not adopt, as texts in Akoma Ntoso: an XML file each. */
export const unxml: Importer = {
  name: "unxml",
  title: "resolutions and Security Council drafts not adopted, as texts (Akoma Ntoso XML)",
  help: [
    "Published by the United Nations (DGACM) at https://github.com/UNxml: GAresolutions and HRCresolutions in folders of each session,",
    "SCresolutions in its folder 'Not adopted'. One text a file. Read are, from its head: symbol, title, dates, workflow (who put it forward,",
    "which committee recommended it, what became of it at which meeting, and who vetoed it), votes, keywords and agenda item. Files with a",
    "DOCTYPE are refused.",
  ],
  inputs: [{ name: "texts", title: "XML files, such as S_2024_255-2405905E.xml" }],
  read: readAll,
};

async function readAll(files: InputFiles, context: ImportContext): Promise<void> {
  const said = new Said();
  for (const file of files.get("texts") ?? []) await readText(file, context, said);
}

async function readText(file: InputFile, context: ImportContext, said: Said): Promise<void> {
  const reading = readXmlRecord(await readAkomaNtoso(file.text(), file.name));
  if ("reason" in reading) {
    file.skip(1, reading.reason, reading.detail);
    return;
  }
  const { record } = reading;
  if (record.vote === null && record.adoption?.value !== "WITHOUT_VOTE") {
    file.note(1, "it does not say who voted how", record.symbol ?? record.draft ?? "");
  }
  emitText(record, context, said, ({ reason, detail }) => {
    file.note(1, reason, detail);
  });
  file.keep();
}
