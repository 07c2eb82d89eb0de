import { didYouMeanOr } from "../../dossier/suggest.js";
import type { ExportFormat } from "../../export/format.js";
import { FORMATS, formatOfFile } from "../../export/formats.js";
import { CliError, EXIT } from "../exit.js";

/** The format that is named, else the one that the file's name ends on. @throws CliError where neither says which */
export function formatFor(name: string | undefined, file: string | undefined): ExportFormat {
  if (name !== undefined) return FORMATS.get(name) ?? unknown(name);
  if (file === undefined) throw new CliError(EXIT.usage, `say which --format: ${NAMES.join(", ")}`);
  const format = formatOfFile(file);
  if (format !== null) return format;
  const endings = [...FORMATS.values()].map(({ name, ending }) => `${ending} (${name})`).join(", ");
  throw new CliError(EXIT.usage, `${file} ends on no format: expected ${endings}; or say which --format`);
}

/** Every format and what it is good for, a line each. */
export function describeFormats(): string {
  const width = Math.max(...NAMES.map((name) => name.length));
  const lines = [...FORMATS.values()].map(({ name, title, use }) => `  ${name.padEnd(width)}  ${title}: ${use}`);
  return `\nFormats:\n${lines.join("\n")}`;
}

const NAMES = [...FORMATS.keys()];

function unknown(name: string): never {
  throw new CliError(EXIT.usage, `--format: there is no format "${name}"${didYouMeanOr(name, NAMES)}`);
}
