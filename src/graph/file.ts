import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { endianness } from "node:os";
import { crc32 } from "node:zlib";

import type { Ontology } from "../ontology/model.js";
import { openConcordance } from "./concordance.js";
import type { Concordance } from "./concordance.js";
import { Damage, decodeSections, encodeSections } from "./file-layout.js";
import type { Header } from "./file-layout.js";
import type { Graph } from "./model.js";
import { openGraph } from "./open.js";
import type { Sections } from "./sections.js";

/**
 * The snapshot file: the columns of a graph as they lie in memory, so that reading it back is one read and no parsing.
 *
 * A preamble of 32 bytes (magic, format version, checksum, length of the file, length of the header), then the header as JSON, then
 * the sections, each at a multiple of eight bytes. Numbers are little-endian. The checksum is CRC-32 over all that follows it.
 */
const MAGIC = Buffer.from("PLENARY\u001a", "latin1");
const VERSION = 2;
const PREAMBLE = 32;
const CHECKED_FROM = 16;

/** What a snapshot file says of itself. */
export interface SnapshotMeta {
  /** The hash of the dossiers it was built from. */
  readonly dossiers: string;
}

/** A snapshot file that cannot be used. Its message says why, and what to run. */
export class SnapshotFileError extends Error {
  readonly reason: "foreign" | "version" | "truncated" | "damaged" | "ontology";

  constructor(reason: SnapshotFileError["reason"], path: string, what: string) {
    super(`${path} ${what}. Run \`plenary build\` to build it anew.`);
    this.name = "SnapshotFileError";
    this.reason = reason;
  }
}

/** Writes a graph to a file. Whoever opens the path meanwhile sees the old file or the new one, never half of one. */
export async function writeSnapshot(path: string, graph: Graph, meta: SnapshotMeta): Promise<void> {
  const { header, chunks, length } = encodeSections(graph.sections, PREAMBLE, {
    snapshot: graph.snapshot,
    ontology: graph.ontology.hash,
    dossiers: meta.dossiers,
  });
  const preamble = Buffer.alloc(PREAMBLE);
  MAGIC.copy(preamble);
  preamble.writeUInt32LE(VERSION, 8);
  preamble.writeBigUInt64LE(BigInt(length), 16);
  preamble.writeUInt32LE(header.length, 24);
  const checked = [preamble.subarray(CHECKED_FROM), ...chunks];
  preamble.writeUInt32LE(
    checked.reduce((sum, chunk) => crc32(chunk, sum), 0),
    12,
  );
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, "wx");
    try {
      for (const chunk of [preamble, ...chunks]) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Reads a graph from a file.
 *
 * @throws SnapshotFileError where it is no snapshot, damaged, cut short, of another format, or of another ontology;
 *   the file system's error where it cannot be read
 */
export async function readSnapshot(
  path: string,
  ontology: Ontology,
): Promise<{ readonly graph: Graph; readonly meta: SnapshotMeta }> {
  const { header, sections } = await readSections(path);
  checkOntology(path, header, ontology);
  return { graph: openGraph(sections, header.snapshot, ontology), meta: { dossiers: header.dossiers } };
}

/**
 * Reads the concordance of a graph from its file, whatever its ontology; null where it has none.
 *
 * @throws SnapshotFileError where the file is no snapshot, damaged, cut short or of another format; the file system's error where it cannot
 *   be read
 */
export async function readConcordance(path: string): Promise<Concordance | null> {
  return openConcordance((await readSections(path)).sections);
}

async function readSections(path: string): Promise<{ readonly header: Header; readonly sections: Sections }> {
  if (endianness() !== "LE") throw new SnapshotFileError("version", path, "needs a little-endian machine");
  const bytes = await readBytes(path);
  const { headerLength } = checkPreamble(path, bytes);
  try {
    return decodeSections(bytes, PREAMBLE, headerLength);
  } catch (error) {
    if (error instanceof Damage) throw new SnapshotFileError("damaged", path, `is damaged: ${error.message}`);
    throw error;
  }
}

/** Checks all that can be checked without the ontology: what kind of file it is, its length and its checksum. */
function checkPreamble(path: string, bytes: Buffer): { readonly headerLength: number } {
  if (bytes.length < MAGIC.length || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new SnapshotFileError("foreign", path, "is not a snapshot of Plenary");
  }
  if (bytes.length < PREAMBLE) throw new SnapshotFileError("truncated", path, "is cut short");
  const version = bytes.readUInt32LE(8);
  if (version !== VERSION) {
    throw new SnapshotFileError("version", path, `has format ${version}, and this version of Plenary reads ${VERSION}`);
  }
  const length = Number(bytes.readBigUInt64LE(16));
  if (bytes.length < length) {
    throw new SnapshotFileError("truncated", path, `is cut short: ${bytes.length} of ${length} bytes`);
  }
  if (bytes.length > length || crc32(bytes.subarray(CHECKED_FROM)) !== bytes.readUInt32LE(12)) {
    throw new SnapshotFileError("damaged", path, "is damaged: its checksum does not fit");
  }
  return { headerLength: bytes.readUInt32LE(24) };
}

function checkOntology(path: string, header: Header, ontology: Ontology): void {
  if (header.ontology !== ontology.hash) {
    throw new SnapshotFileError("ontology", path, "was built with another ontology (schema/ontology.graphql)");
  }
}

/** The whole file in memory that begins at a multiple of eight bytes, as the sections need it. */
async function readBytes(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const bytes = Buffer.from(new ArrayBuffer(size));
    return bytes.subarray(0, await readAll(file, bytes));
  } finally {
    await file.close();
  }
}

async function readAll(file: FileHandle, bytes: Buffer): Promise<number> {
  let read = 0;
  while (read < bytes.length) {
    // One call reads at most 2 GiB.
    const { bytesRead } = await file.read(bytes, read, Math.min(bytes.length - read, 2 ** 30), read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return read;
}
