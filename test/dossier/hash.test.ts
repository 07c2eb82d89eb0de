import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "vitest";

import { compileDossiers } from "../../src/dossier/compile.js";
import { hashDossiers } from "../../src/dossier/hash.js";
import { base, ontology, writeFiles } from "./support.js";

test("the hash of a directory is that of its names and contents, in whichever order they were written", async () => {
  const a = await writeFiles({ "a/x.yaml": "- 1", "b/y.yml": "- 2" });
  const b = await writeFiles({ "b/y.yml": "- 2", "a/x.yaml": "- 1" });
  expect(await hashDossiers(a)).toBe(await hashDossiers(b));
  expect(await hashDossiers(a)).toMatch(/^[0-9a-f]{64}$/);
});

test("a changed byte, a changed name and another file change it; what is no dossier does not", async () => {
  const directory = await writeFiles({ "a/x.yaml": "- 1" });
  const hashes = [await hashDossiers(directory)];
  await writeFile(join(directory, "a/README.md"), "notes");
  expect(await hashDossiers(directory)).toBe(hashes[0]);
  await writeFile(join(directory, "a/x.yaml"), "- 2");
  hashes.push(await hashDossiers(directory));
  await rename(join(directory, "a/x.yaml"), join(directory, "a/y.yaml"));
  hashes.push(await hashDossiers(directory));
  await writeFile(join(directory, "a/z.yaml"), "");
  hashes.push(await hashDossiers(directory));
  expect(new Set(hashes).size).toBe(4);
});

test("compiling gives the hash of what was compiled", async () => {
  const directory = await writeFiles({ "a/x.yaml": base });
  expect((await compileDossiers(directory, ontology)).hash).toBe(await hashDossiers(directory));
});
