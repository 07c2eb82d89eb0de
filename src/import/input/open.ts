import { readBytes } from "./bytes.js";
import type { OnBytes } from "./bytes.js";
import { readRows } from "./csv.js";
import { decode } from "./decode.js";
import type { InputFile } from "./file.js";
import type { Ledger } from "./ledger.js";
import { splitLines } from "./lines.js";

/**
 * A file ready to be read; it is opened when reading begins.
 *
 * @param name what it is called in messages and in the summary
 */
export function openInput(path: string, name: string, ledger: Ledger, onBytes: OnBytes): InputFile {
  const text = (): AsyncIterable<string> => decode(readBytes(path, name, onBytes), name);
  return {
    name,
    rows: (columns) => counted(readRows(splitLines(text(), name), columns, name), ledger),
    lines: () => counted(notBlank(splitLines(text(), name)), ledger),
    text: () => {
      ledger.read(1);
      return text();
    },
    keep: () => {
      ledger.keep();
    },
    skip: (line, reason, detail) => {
      ledger.skip(line, reason, detail);
    },
    note: (line, reason, detail) => {
      ledger.note(line, reason, detail);
    },
  };
}

async function* counted<T>(batches: AsyncIterable<readonly T[]>, ledger: Ledger): AsyncGenerator<readonly T[]> {
  for await (const batch of batches) {
    ledger.read(batch.length);
    yield batch;
  }
}

async function* notBlank<T extends { readonly text: string }>(
  batches: AsyncIterable<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for await (const batch of batches) yield batch.filter(({ text }) => text.trim() !== "");
}
