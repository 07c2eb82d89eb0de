import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

import { ImportError } from "../error.js";

/** Text that is worth keeping shrinks five to thirty times; beyond this, a file was made to fill memory and disks. */
const MAX_RATIO = 200;
/** Small files may shrink as much as they like. */
const MAX_UNCHECKED = 32 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** Takes note of bytes read from the file, packed as they are. */
export type OnBytes = (count: number) => void;

/**
 * The bytes of a file; of a gzip, those that it packs, whatever the file is called.
 *
 * @param name what errors call it
 * @throws ImportError while reading, where a gzip is damaged, ends too early or unpacks to far more than any text does
 */
export async function* readBytes(path: string, name: string, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  const read = readChunks(path, name, onBytes);
  const first = await read.next();
  if (first.done === true) return;
  const [a, b] = first.value;
  const all = prepend(first.value, read);
  if (a === 0x1f && b === 0x8b) yield* gunzip(all, name);
  else if (a === 0x50 && b === 0x4b) throw new ImportError(name, null, "this is a ZIP archive; unpack it first");
  else yield* all;
}

async function* readChunks(path: string, name: string, onBytes: OnBytes): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>) {
      onBytes(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw new ImportError(name, null, `cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

async function* prepend(first: Uint8Array, rest: AsyncGenerator<Uint8Array, void>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function* gunzip(packed: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: CHUNK });
  let taken = 0;
  const feed = async (): Promise<void> => {
    for await (const chunk of packed) {
      taken += chunk.length;
      if (!unzip.write(chunk)) await new Promise((resolve) => unzip.once("drain", resolve));
    }
    unzip.end();
  };
  const fed = feed().catch((error: unknown) =>
    unzip.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  let given = 0;
  try {
    for await (const chunk of unzip as AsyncIterable<Uint8Array>) {
      given += chunk.length;
      if (given > MAX_UNCHECKED && given > taken * MAX_RATIO) {
        const message = `this gzip unpacks to more than ${MAX_RATIO} times its size, as no text does; it is not read further`;
        throw new ImportError(name, null, message);
      }
      yield chunk;
    }
    await fed;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const cut = error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
    const message = cut ? "this gzip ends too early: it is cut short" : `this gzip is damaged: ${reasonOf(error)}`;
    throw new ImportError(name, null, message, { cause: error });
  } finally {
    unzip.destroy();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
