import { basename } from "node:path";

import type { ImportContext, Importer, InputFiles } from "../importer.js";
import { ImportError } from "../error.js";
import type { InputFile, Line } from "../input/file.js";
import { emitText } from "./emit.js";
import { readFields } from "./fields.js";
import { readJsonRecord } from "./from-json.js";
import { parseLine } from "./json.js";
import { Said } from "./telling.js";

/** Resolutions as the United Nations publishes them for machines: a JSON object a line, of any of the three organs. */
export const unxmlJson: Importer = {
  name: "unxml-json",
  title: "resolutions of the General Assembly, the Security Council and the Human Rights Council (JSON lines)",
  help: [
    "Published by the United Nations (DGACM) at https://github.com/UNxml, in the repositories GAresolutions, SCresolutions and HRCresolutions,",
    "each in its folder data_extract: a file a session or a year, a JSON object a line. The symbol says whose resolution it is. Read are",
    "symbol, titles, dates, meetings, drafts, committee and its report, agenda item, subjects of the UNBIS thesaurus, sponsors, how it was",
    "adopted, and who voted how (MS_in_favour, MS_against, MS_abstaining and their counts). Absent members are on no list: none is told of.",
  ],
  inputs: [{ name: "records", title: "JSON lines, such as data_extract/78.json" }],
  read: readAll,
};

async function readAll(files: InputFiles, context: ImportContext): Promise<void> {
  const said = new Said();
  for (const file of files.get("records") ?? []) {
    for await (const lines of file.lines()) {
      for (const line of lines) readRecord(line, file, context, said);
    }
  }
}

function readRecord(line: Line, file: InputFile, context: ImportContext, said: Said): void {
  const value = parseLine(line, file.name);
  if (value === null) {
    file.skip(line.number, "it holds no record, only a quotation mark");
    return;
  }
  const read = readFields(value);
  if ("problem" in read)
    throw new ImportError(file.name, line.number, `this is no record of a resolution: ${read.problem}`);
  const reading = readJsonRecord(read.fields, { kind: "line", line: line.number, file: basename(file.name) });
  if ("reason" in reading) {
    file.skip(line.number, reading.reason, reading.detail);
    return;
  }
  const { symbol } = reading.record;
  if (symbol !== null && !said.first(`text ${symbol}`))
    file.note(line.number, "another line is on the same text", symbol);
  for (const name of read.strange)
    file.note(line.number, "a field that is not known: it is not read", `${symbol ?? ""}: ${name}`);
  for (const { reason, detail } of reading.doubts) file.note(line.number, reason, detail);
  emitText(reading.record, context, said, ({ reason, detail }) => {
    file.note(line.number, reason, detail);
  });
  file.keep();
}
