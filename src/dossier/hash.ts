import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { listDossierFiles } from "./files.js";

/**
 * Identifies the content of a directory of dossiers: SHA-256 (hexadecimal) over the relative names of its dossier files and
 * their bytes. Neither the order in which the file system lists them nor anything else in the directory matters.
 */
export async function hashDossiers(directory: string): Promise<string> {
  const names = await listDossierFiles(directory, () => undefined);
  const files: DigestedFile[] = [];
  for (const name of names) files.push({ name, digest: await digestFile(join(directory, name)) });
  return hashFiles(files);
}

/** One file by its name and the SHA-256 of its bytes. */
interface DigestedFile {
  readonly name: string;
  readonly digest: string;
}

/** The hash that {@link hashDossiers} gives to a directory holding these files, in the order in which they are listed. */
export function hashFiles(files: readonly DigestedFile[]): string {
  const hash = createHash("sha256");
  for (const { name, digest } of files) {
    hash.update(`${digest} ${JSON.stringify(name)}\n`, "utf8");
  }
  return hash.digest("hex");
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
