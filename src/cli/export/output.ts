import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

import { CliError, EXIT } from "../exit.js";
import type { Out } from "../io.js";

/**
 * Writes text to a file. Whoever opens the path meanwhile sees the old file or the new one, never half of one.
 *
 * @param stopped resolves once the writing is to end before it is done
 * @returns its bytes
 * @throws CliError where it cannot be written, or is stopped; nothing is left behind then
 */
export async function writeWhole(path: string, chunks: AsyncIterable<string>, stopped: Promise<void>): Promise<number> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const stop = new AbortController();
  void stopped.then(() => {
    stop.abort(new CliError(EXIT.problems, `stopped before ${path} was whole; nothing is written`));
  });
  try {
    const file = await open(temporary, "wx").catch((cause: unknown) => {
      throw new CliError(EXIT.usage, `${path} cannot be written: ${reasonOf(cause)}`, { cause });
    });
    let bytes = 0;
    try {
      for await (const chunk of chunks) {
        stop.signal.throwIfAborted();
        const buffer = Buffer.from(chunk);
        await file.writeFile(buffer);
        bytes += buffer.length;
      }
    } finally {
      await file.close();
    }
    await rename(temporary, path).catch((cause: unknown) => {
      throw new CliError(EXIT.usage, `${path} cannot be written: ${reasonOf(cause)}`, { cause });
    });
    return bytes;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes text to a stream, no faster than it is read. @returns its bytes */
export async function writeOut(out: Out, chunks: AsyncIterable<string>): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += Buffer.byteLength(chunk);
    if (out.write(chunk) !== false) continue;
    await new Promise<void>((resolve) => {
      if (out.once === undefined) resolve();
      else out.once("drain", resolve);
    });
  }
  return bytes;
}

const REASONS: Readonly<Record<string, string | undefined>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EISDIR: "it is a folder",
  EACCES: "the system does not allow it",
  EROFS: "the system does not allow it",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? code;
}
