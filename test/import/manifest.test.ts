import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

import { formatProblem } from "../../src/dossier/problem.js";
import { IMPORTERS } from "../../src/import/importers.js";
import { locateFiles } from "../../src/import/locate.js";
import { readManifest } from "../../src/import/manifest.js";
import { ontology, withFiles } from "./support/read.js";

function read(text: string) {
  const problems: string[] = [];
  const datasets = readManifest("m.yaml", text, IMPORTERS, ontology, (at, message) =>
    problems.push(formatProblem({ ...at, message })),
  );
  return { datasets, problems };
}

test("a manifest names importers, files and sources; what a source covers is that of the dataset", () => {
  const { datasets, problems } = read(`
- importer: vetoes
  files: { vetoes: [a.csv, "b-*.csv"] }
  source: { id: list, name: A list, date: 2022, covers: [{ relationships: [VETOED], complete: true }] }
`);
  expect(problems).toEqual([]);
  expect(
    datasets.map(({ importer, files }) => [importer.name, files.map(({ kind, pattern }) => [kind, pattern])]),
  ).toEqual([
    [
      "vetoes",
      [
        ["vetoes", "a.csv"],
        ["vetoes", "b-*.csv"],
      ],
    ],
  ]);
  expect(datasets[0]?.source).toMatchObject({ id: "list", type: "Source", name: "A list", replaces: ["covers"] });
});

test("all mistakes in a manifest are reported at once, with their places and the nearest valid name", () => {
  const { problems } = read(`- importer: unvote
  files: { votes: a.csv }
  source: { id: Roll Calls, nme: x }
- importer: unvotes
  files: { votes: "*/a.csv", rollcalls: b.csv }
  source: { id: list, name: A list, covers: [{ relationships: [CAST], complet: true }] }
  licence: MIT
- files: []
`);
  expect(problems.toSorted()).toEqual([
    'm.yaml:1:13: unknown importer "unvote"; did you mean "unvotes"?',
    'm.yaml:3:11: a source has no "name"; add it',
    'm.yaml:3:17: "id" is "Roll Calls"; write lower-case letters and digits joined by hyphens, such as a-res-69-188',
    'm.yaml:3:29: unknown key "nme" of a source; did you mean "name"?',
    'm.yaml:5:10: unvotes needs "rollCalls" (un_roll_calls.csv); add it',
    'm.yaml:5:19: "*/a.csv" has a * in the name of a folder; it may stand for part of a file\'s name only',
    'm.yaml:5:30: unknown key "rollcalls" of the files of unvotes; did you mean "rollCalls"?',
    'm.yaml:6:46: "covers" has no "complete"; add it',
    'm.yaml:6:71: unknown key "complet" of "covers"; did you mean "complete"?',
    'm.yaml:7:3: unknown key "licence" of a dataset; expected importer, files or source',
    "m.yaml:8:3: a dataset names the importer that reads it; add importer: …",
    "m.yaml:8:3: a dataset says what its evidence comes from; add source: { id: …, name: …, licence: …, covers: … }",
  ]);
});

test("a manifest that is no list, or empty, says what it should be", () => {
  expect(read("importer: unvotes\n").problems).toEqual([
    "m.yaml:1:1: a manifest is a list of datasets; begin each with - importer:",
  ]);
  expect(read("# nothing\n").problems).toHaveLength(1);
});

test("files are found in order of name, a * stands for part of a name, and what is not there is reported", async () => {
  await withFiles({ "b.csv": "", "a-2.json": "", "a-1.json": "", ".a-0.json": "" }, async (folder) => {
    await mkdir(join(folder, "deep"));
    await writeFile(join(folder, "deep", "c.csv"), "12345");
    const problems: string[] = [];
    const at = { file: "m.yaml", line: 1, column: 1 };
    const find = (pattern: string) =>
      locateFiles([{ kind: "k", pattern, at }], folder, "data", (_, message) => problems.push(message));
    expect((await find("a-*.json")).map(({ name }) => name)).toEqual(["a-1.json", "a-2.json"]);
    expect(await find("deep/c.csv")).toEqual([
      { kind: "k", name: "deep/c.csv", path: join(folder, "deep/c.csv"), size: 5 },
    ]);
    expect([...(await find("b.cvs")), ...(await find("dep/c.csv"))]).toEqual([]);
    expect(problems).toEqual([
      'there is no b.cvs in data; did you mean "b.csv"?',
      "there is no folder data/dep; name the folder of the data with --data or DATA",
    ]);
    await symlink(join(folder, "nowhere"), join(folder, "broken.csv"));
    problems.length = 0;
    expect([...(await find("broken.csv")), ...(await find("dee*"))]).toEqual([]);
    expect(problems).toEqual([
      "data/broken.csv cannot be opened",
      "data/dee* is no file; name the files in a folder, such as deep/*.json",
    ]);
    problems.length = 0;
    const twice = ["a-1.json", "a-*.json"].map((pattern) => ({ kind: "k", pattern, at }));
    expect(await locateFiles(twice, folder, "data", (_, message) => problems.push(message))).toHaveLength(2);
    expect(problems).toEqual(["a-1.json is named twice: what it says would count twice"]);
  });
});
