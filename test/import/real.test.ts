import { execFile } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";

import type { GraphRecords } from "../../src/graph/record.js";
import { importDatasets } from "../../src/import/import.js";
import type { Imported } from "../../src/import/import.js";
import { IMPORTERS } from "../../src/import/importers.js";
import { locateFiles } from "../../src/import/locate.js";
import { readManifest } from "../../src/import/manifest.js";
import { edgesOf, ontology } from "./support/read.js";

/** The official files are not part of this repository; they lie beside it where they are at hand. */
const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Figures {
  readonly voters: Readonly<Record<string, Count>>;
  readonly tallies: Readonly<Record<string, Count>>;
  readonly vetoes: Readonly<Record<string, number>>;
  readonly drafts: readonly string[];
}

type Count = readonly [yes: number, no: number, abstain: number];

const required = process.env["REQUIRE_SHARED"] === "1";
const present = await access(DATA).then(
  () => true,
  () => false,
);

/** Rows without a code, and codes that ISO 3166-1 gives to nobody or to another now. */
const VOTERS: Readonly<Record<string, string>> = {
  "Federal Republic of Germany||": "germany",
  "Yemen Arab Republic||": "yemen",
  "Zanzibar||": "zanzibar",
  "Taiwan|TW|": "republic-of-china",
  "Yugoslavia|YU|until 1992": "yugoslavia",
  "Yugoslavia|YU|from 2000": "serbia",
};
const MEMBERS: Readonly<Record<string, string>> = {
  China: "china",
  France: "france",
  Russia: "russia",
  USSR: "russia",
  UK: "united-kingdom",
  USA: "united-states",
};

describe.skipIf(!present && !required)("the official files at ../shared/data", () => {
  let figures: Figures;
  let imported: Imported;
  let records: GraphRecords;
  beforeAll(async () => {
    const script = join(ROOT, "scripts/verify/roll-calls.py");
    const { stdout } = await promisify(execFile)("python3", ["-B", script, DATA], { maxBuffer: 16e6 });
    figures = JSON.parse(stdout) as Figures;
    const manifest = await readFile(join(ROOT, "datasets/un-record.yaml"), "utf8");
    const fail = (at: unknown, message: string): never => {
      throw new Error(`${JSON.stringify(at)}: ${message}`);
    };
    const datasets = readManifest("un-record.yaml", manifest, IMPORTERS, ontology, fail).filter(({ importer }) =>
      ["unvotes", "vetoes"].includes(importer.name),
    );
    const located = await Promise.all(
      datasets.map(async (dataset) => ({ ...dataset, located: await locateFiles(dataset.files, DATA, DATA, fail) })),
    );
    imported = await importDatasets(located, { nodes: [], edges: [] }, ontology);
    ({ records } = imported);
  }, 120_000);

  test("are kept whole: every row of roll calls, votes, issues and vetoes", () => {
    expect(imported.files.map(({ read, kept, skipped }) => [read, kept, skipped])).toEqual([
      [6_202, 6_202, []],
      [869_937, 869_937, []],
      [5_745, 5_745, []],
      [214, 214, []],
    ]);
    expect(imported.errors).toEqual([]);
  });

  test("give each state as many votes of each kind as the file has rows", () => {
    const byCode = new Map(
      records.nodes.filter(({ type }) => type === "State").map(({ id, properties }) => [properties["iso2"], id]),
    );
    const expected = new Map<string, number[]>();
    for (const [voter, count] of Object.entries(figures.voters)) {
      const id = VOTERS[voter] ?? byCode.get(voter.split("|")[1]) ?? voter;
      expected.set(
        id,
        (expected.get(id) ?? [0, 0, 0]).map((sum, place) => sum + (count[place] ?? 0)),
      );
    }
    const found = new Map<string, number[]>();
    for (const { subject, object, properties } of edgesOf(records, "CAST")) {
      if (!object.startsWith("ga-")) continue;
      const count = found.get(subject) ?? [0, 0, 0];
      const place = ["YES", "NO", "ABSTAIN"].findIndex((position) => position === properties["position"]);
      found.set(subject, count.with(place, (count[place] ?? 0) + 1));
    }
    expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...expected].sort()));
  });

  test("give each roll call the tally of its rows", () => {
    const found = records.nodes.flatMap(({ type, properties, evidence }) => {
      const rcid = evidence.flatMap(
        ({ section }) => /^un_roll_calls\.csv rcid (\d+)$/.exec(section ?? "")?.[1] ?? [],
      )[0];
      return type === "Vote" && rcid !== undefined ? [[rcid, properties["tally"]] as const] : [];
    });
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        Object.entries(figures.tallies).map(([rcid, [yes, no, abstain]]) => [rcid, { yes, no, abstain }]),
      ),
    );
  });

  test("give each permanent member its vetoes, and the list its drafts", () => {
    const expected: Record<string, number> = {};
    for (const [member, count] of Object.entries(figures.vetoes)) {
      const id = MEMBERS[member] ?? member;
      expected[id] = (expected[id] ?? 0) + count;
    }
    const found: Record<string, number> = {};
    for (const { subject } of edgesOf(records, "VETOED")) found[subject] = (found[subject] ?? 0) + 1;
    expect(found).toEqual(expected);
    const drafts = records.nodes.flatMap(({ properties }) => properties["draftSymbol"] ?? []);
    expect(drafts.toSorted()).toEqual(figures.drafts.toSorted());
  });

  test("join only what the ontology lets be joined", () => {
    const typeOf = new Map(records.nodes.map(({ id, type }) => [id, type]));
    const allowed = new Set(
      [...ontology.relationships.values()].flatMap(({ type, ends }) =>
        ends.flatMap(({ subjects, objects }) =>
          subjects.flatMap((subject) => objects.map((object) => `${subject} ${type} ${object}`)),
        ),
      ),
    );
    const joined = new Set(
      records.edges.map(
        ({ type, subject, object }) => `${typeOf.get(subject) ?? ""} ${type} ${typeOf.get(object) ?? ""}`,
      ),
    );
    expect([...joined].filter((ends) => !allowed.has(ends))).toEqual([]);
  });
});
