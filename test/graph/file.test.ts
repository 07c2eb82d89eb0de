import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readSnapshot, SnapshotFileError, writeSnapshot } from "../../src/graph/file.js";
import { buildGraph } from "../../src/graph/graph.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { fixtureRecords } from "../support/fixture.js";

const ontology = await loadOntology(ontologyPath);
const graph = buildGraph(fixtureRecords(), ontology);
const folder = await mkdtemp(join(tmpdir(), "plenary-"));
const path = join(folder, "snapshot");
let intact: Buffer;

beforeAll(async () => {
  await writeSnapshot(path, graph, { dossiers: "abc" });
  intact = await readFile(path);
});
afterAll(() => rm(folder, { recursive: true }));

/** The error that reading some bytes as a snapshot ends in. */
async function errorOf(bytes: Buffer, vocabulary = ontology): Promise<unknown> {
  const file = join(folder, `bad-${bytes.length}-${Math.random()}`);
  await writeFile(file, bytes);
  return readSnapshot(file, vocabulary).then(
    () => null,
    (error: unknown) => error,
  );
}

function changed(offset: number, change: (byte: number) => number): Buffer {
  const bytes = Buffer.from(intact);
  bytes[offset] = change(bytes[offset] ?? 0);
  return bytes;
}

describe("a snapshot file", () => {
  it("has the same bytes for the same graph, and leaves nothing else behind", async () => {
    const again = join(folder, "again");
    await writeSnapshot(again, buildGraph(fixtureRecords(), ontology), { dossiers: "abc" });
    expect((await readFile(again)).equals(intact)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("replaces an older one", async () => {
    const file = join(folder, "replaced");
    await writeFile(file, "old");
    await writeSnapshot(file, graph, { dossiers: "def" });
    expect((await readSnapshot(file, ontology)).meta.dossiers).toBe("def");
  });

  it("is refused where any byte has changed", async () => {
    const step = Math.max(1, Math.floor(intact.length / 60));
    for (let offset = 0; offset < intact.length; offset += step) {
      expect(await errorOf(changed(offset, (byte) => byte ^ 1))).toBeInstanceOf(SnapshotFileError);
    }
  });

  it.each([
    ["foreign", "is not a snapshot of Plenary", () => Buffer.from("{}")],
    ["foreign", "is not a snapshot of Plenary", () => Buffer.alloc(0)],
    ["version", "has format 0, and this version of Plenary reads 2", () => changed(8, () => 0)],
    ["truncated", "is cut short", () => intact.subarray(0, intact.length - 1)],
    ["truncated", "is cut short", () => intact.subarray(0, 20)],
    ["damaged", "is damaged", () => changed(intact.length - 9, (byte) => byte + 1)],
    ["damaged", "is damaged", () => Buffer.concat([intact, Buffer.of(0)])],
  ] as const)("says that it is %s: it %s", async (reason, what, bytes) => {
    const error = await errorOf(bytes());
    expect(error).toMatchObject({ name: "SnapshotFileError", reason });
    expect((error as Error).message).toContain(what);
    expect((error as Error).message).toContain("plenary build");
  });

  it("is refused under another ontology", async () => {
    expect(await errorOf(intact, { ...ontology, hash: "0" })).toMatchObject({ reason: "ontology" });
  });

  it("passes on that a file is not there", async () => {
    await expect(readSnapshot(join(folder, "nowhere"), ontology)).rejects.toMatchObject({ code: "ENOENT" });
  });
});
