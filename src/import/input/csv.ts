import { didYouMeanOr } from "../../dossier/suggest.js";
import { ImportError } from "../error.js";
import type { Line, Row } from "./file.js";

/** A record may span lines where it is quoted; a quotation mark that is never closed must not swallow the file. */
const MAX_LINES = 1_000;
const MAX_LENGTH = 1_000_000;

/**
 * The rows of a CSV as RFC 4180 has it, with a header: in each row the values of `columns`, in that order. Blank lines are no rows.
 *
 * @throws ImportError where a column is missing, a row has too few or too many values, or a quotation mark stands where none may
 */
export async function* readRows(
  lines: AsyncIterable<readonly Line[]>,
  columns: readonly string[],
  name: string,
): AsyncGenerator<readonly Row[]> {
  let header: Header | null = null;
  for await (const batch of readRecords(lines, name)) {
    const [first] = batch;
    const rows = header === null ? batch.slice(1) : batch;
    if (header === null && first !== undefined) header = readHeader(columns, first, name);
    if (header === null || rows.length === 0) continue;
    for (const { line, values } of rows) {
      if (values.length === header.width) continue;
      const message = `this row has ${values.length} of the ${header.width} values that the header announces; is the file cut short?`;
      throw new ImportError(name, line, message);
    }
    const { places } = header;
    yield places === null
      ? rows
      : rows.map((row) => ({ ...row, values: places.map((place) => row.values[place] ?? "") }));
  }
  if (header === null)
    throw new ImportError(name, null, `the file is empty; expected the columns ${columns.join(", ")}`);
}

interface Header {
  readonly width: number;
  /** Where the columns asked for stand; null where they are all that there are, in order. */
  readonly places: readonly number[] | null;
}

function readHeader(columns: readonly string[], { line, values }: Row, name: string): Header {
  const names = values.map((column) => column.trim());
  const twice = names.find((column, place) => columns.includes(column) && names.indexOf(column) !== place);
  if (twice !== undefined) throw new ImportError(name, line, `the column "${twice}" is given twice`);
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const message = missing.map((column) => `there is no column "${column}"${didYouMeanOr(column, names)}`).join("; ");
    throw new ImportError(name, line, message);
  }
  const places = columns.map((column) => names.indexOf(column));
  const inOrder = places.length === names.length && places.every((place, index) => place === index);
  return { width: names.length, places: inOrder ? null : places };
}

/** All records with all their values; the header, if there is one, is row 0. */
async function* readRecords(lines: AsyncIterable<readonly Line[]>, name: string): AsyncGenerator<readonly Row[]> {
  let open: Line[] = [];
  let length = 0;
  let row = 0;
  for await (const batch of lines) {
    const records: Row[] = [];
    if (batch[0]?.number === 1 && batch[0].text.includes("\r")) {
      throw new ImportError(name, 1, "lines end on CR alone; save the file with lines that end on LF or CRLF");
    }
    for (const line of batch) {
      if (open.length === 0) {
        if (!line.text.includes('"')) {
          if (line.text !== "") records.push({ line: line.number, row: row++, values: line.text.split(",") });
          continue;
        }
        length = 0;
      }
      open.push(line);
      length += line.text.length;
      if (open.length > MAX_LINES || (open.length > 1 && length > MAX_LENGTH)) throw unclosed(open, name);
      const [start = line] = open;
      const values = parseQuoted(open.map(({ text }) => text).join("\n"), start.number, name);
      if (values === null) continue;
      records.push({ line: start.number, row: row++, values });
      open = [];
    }
    if (records.length > 0) yield records;
  }
  if (open.length > 0) throw unclosed(open, name);
}

function unclosed([first]: readonly Line[], name: string): ImportError {
  return new ImportError(
    name,
    first?.number ?? null,
    "a quotation mark is opened here and not closed; is the file cut short?",
  );
}

/** The values of one record; null where it goes on in the next line. */
function parseQuoted(text: string, line: number, name: string): readonly string[] | null {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const comma = text.indexOf(",", at);
      const end = comma === -1 ? text.length : comma;
      const value = text.slice(at, end);
      if (value.includes('"')) throw new ImportError(name, line, `a quotation mark stands inside the value ${value}`);
      values.push(value);
      at = end;
    } else {
      const quoted = parseQuotation(text, at);
      if (quoted === null) return null;
      values.push(quoted.value);
      at = quoted.end;
      if (at < text.length && text[at] !== ",") {
        throw new ImportError(name, line, `a quotation mark is closed before the end of the value ${quoted.value}`);
      }
    }
    if (at >= text.length) return values;
    at++;
  }
}

/** The value of a quotation that begins at a place, and where it ends; null where it does not. */
function parseQuotation(text: string, start: number): { readonly value: string; readonly end: number } | null {
  let from = start + 1;
  let value = "";
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark === -1) return null;
    value += text.slice(from, mark);
    if (text[mark + 1] !== '"') return { value, end: mark + 1 };
    value += '"';
    from = mark + 2;
  }
}
