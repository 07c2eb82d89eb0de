import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { DOSSIER, type Finished, folderWith, plenary } from "./support/cli.js";

/** Two roll calls that are invented, in the form of the register. */
const FILES = {
  ...DOSSIER,
  "data.yaml": `- importer: unvotes
  files: { rollCalls: calls.csv, votes: votes.csv }
  source: { id: roll-calls, name: Register of roll calls, date: "2020", covers: [] }
`,
  "data/calls.csv":
    "rcid,session,date,unres,amend,para,short,descr\n1,69,2014-12-18,R/69/900,,,RIVERS,Rivers\n2,69,2014-12-19,R/69/901,,,SEAS,Seas\n",
  "data/votes.csv":
    "rcid,country,country_code,vote\n1,France,FR,yes\n1,Namibia,NA,no\n1,Ruritania,RT,no\n2,France,FR,abstain\n",
} as const;

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith(FILES);
});
afterEach(() => folder.remove());

const command = (args: readonly string[], env: Record<string, string> = {}, stdin = ""): Promise<Finished> =>
  plenary(args, { cwd: folder.path, env: { SEEDS: "seeds", SNAPSHOT_FILE: "graph.plenary", ...env }, stdin });
const imported = (...more: readonly string[]): Promise<Finished> =>
  command(["import", "data.yaml", "--data", "data", ...more]);
const write = (file: string, content: string | Uint8Array): Promise<void> =>
  writeFile(join(folder.path, file), content);
const snapshot = ({ stdout }: Finished): string => /snapshot ([0-9a-f]{64})/.exec(stdout)?.[1] ?? stdout;
const VOTES = "{ votes(orderBy: [{ node: DATE }]) { nodes { id tally { yes no abstain } } } }";

describe("plenary import", () => {
  test("builds the graph of dossiers and datasets, and tells what became of each file", async () => {
    const done = await imported();
    expect(done.stderr).toBe("");
    expect(done.code).toBe(0);
    expect(done.stdout.split("\n").slice(0, 3)).toEqual([
      "calls.csv: 2 read, 2 kept",
      "votes.csv: 4 read, 3 kept, 1 skipped",
      "  skipped 1: the state is not known (line 4: Ruritania (RT), 2014-12-18)",
    ]);
    expect(done.stdout).toMatch(/^graph\.plenary: snapshot [0-9a-f]{64}, 16 nodes, \d+ links, /m);
  });

  test("again changes nothing; a corrected file changes just that", async () => {
    const first = await imported();
    expect(snapshot(await imported())).toBe(snapshot(first));
    expect((await imported("--dry-run")).stdout).toContain("the snapshot would stay as it is\n");
    await write("data/votes.csv", FILES["data/votes.csv"].replace("1,France,FR,yes", "1,France,FR,abstain"));
    const dry = await imported("--dry-run");
    expect(dry.stdout.split("\n").slice(-4, -1)).toEqual([
      "against the snapshot, of which nothing was changed:",
      "  Vote (1 node): 1 changed",
      "  CAST (1 link): 1 changed",
    ]);
    expect(snapshot(await command(["stats"]))).toBe(snapshot(first));
    expect(snapshot(await imported())).not.toBe(snapshot(first));
  });

  test("reads a gzip, CRLF and a byte order mark to the same graph", async () => {
    const plain = snapshot(await imported());
    await write("data/votes.csv", gzipSync(`\uFEFF${FILES["data/votes.csv"].replaceAll("\n", "\r\n")}`));
    expect(snapshot(await imported())).toBe(plain);
  });

  test("leaves the snapshot that was there where a file cannot be read, and names every such file", async () => {
    const kept = snapshot(await imported());
    await write("data/votes.csv", "rcid,country,code,vote\n");
    const failed = await imported();
    expect(failed).toMatchObject({ code: 1, stdout: "" });
    expect(failed.stderr).toBe(
      'data/votes.csv:1: there is no column "country_code"; expected rcid, country, code or vote\nplenary: 1 problem in the datasets\n',
    );
    await write("data/votes.csv", gzipSync(FILES["data/votes.csv"]).subarray(0, 40));
    expect((await imported()).stderr).toMatch(/^data\/votes\.csv: this gzip ends too early/);
    expect(snapshot(await command(["stats"]))).toBe(kept);
  });

  test("writes every skipped record to a report where one is asked for", async () => {
    await imported("--dry-run", "--report", "report.jsonl");
    const report = await readFile(join(folder.path, "report.jsonl"), "utf8");
    expect(
      report
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        kind: "skipped",
        file: "votes.csv",
        line: 4,
        reason: "the state is not known",
        detail: "Ruritania (RT), 2014-12-18",
      },
    ]);
    await expect(access(join(folder.path, "graph.plenary"))).rejects.toThrow("ENOENT");
  });

  test("reports mistakes in the manifest and files that are not there, all at once", async () => {
    await write(
      "data.yaml",
      FILES["data.yaml"]
        .replace("calls.csv", "cals.csv")
        .replace("importer: unvotes", "importer: unvotes\n  licence: MIT"),
    );
    const { code, stderr } = await imported();
    expect(code).toBe(1);
    expect(stderr.split("\n")).toEqual([
      'data.yaml:2:3: unknown key "licence" of a dataset; expected importer, files or source',
      'data.yaml:3:23: there is no cals.csv in data; did you mean "calls.csv"?',
      "plenary: 2 problems in the datasets",
      "",
    ]);
    expect(await command(["import"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("set DATASETS") as string,
    });
    expect(await command(["import", "none.yaml"])).toMatchObject({
      code: 2,
      stderr: "plenary: DATASETS: none.yaml cannot be read: there is no such file\n",
    });
  });

  test("lists the importers, and where each format comes from", async () => {
    const { stdout } = await command(["import", "--help"]);
    expect(stdout).toMatch(
      /unvotes: roll calls of the General Assembly .*files: rollCalls, votes, issues \(optional\)/,
    );
    expect(stdout).toContain("World Politics Data Lab");
  });
});

describe("a graph with datasets", () => {
  const SETTINGS = { DATASETS: "data.yaml", DATA: "data" };

  test("is asked as it was imported, also where DATASETS is not set", async () => {
    await imported();
    const { stdout, stderr } = await command(["query", "-"], {}, VOTES);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({
      data: {
        votes: {
          nodes: [
            { id: "ga-vote-69-900", tally: { yes: 1, no: 1, abstain: 0 } },
            { id: "ga-vote-69-901", tally: { yes: 0, no: 0, abstain: 1 } },
          ],
        },
      },
    });
  });

  test("is never replaced by the dossiers alone because they changed", async () => {
    await imported();
    await write("seeds/small/facts.yaml", DOSSIER["seeds/small/facts.yaml"].replace("A resolution", "The resolution"));
    const refused = await command(["query", "-"], {}, VOTES);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/^plenary: graph\.plenary holds imported datasets, and DATASETS does not say which/);
    const rebuilt = await command(["query", "-"], SETTINGS, VOTES);
    expect(rebuilt.stderr).toBe("plenary: building the graph: the dossiers have changed since the snapshot was made\n");
    expect(rebuilt.stdout).toContain("ga-vote-69-900");
  });

  test("is rebuilt where DATASETS is set and a file has changed", async () => {
    expect(snapshot(await command(["build"], SETTINGS))).toBe(snapshot(await imported()));
    await write("data/votes.csv", FILES["data/votes.csv"].replace("Namibia,NA,no", "Namibia,NA,yes"));
    const { stdout, stderr } = await command(["query", "-"], SETTINGS, VOTES);
    expect(stderr).toBe("plenary: building the graph: the datasets have changed since the snapshot was made\n");
    expect(JSON.parse(stdout)).toMatchObject({ data: { votes: { nodes: [{ tally: { yes: 2, no: 0 } }, {}] } } });
  });

  test("gives way to the dossiers alone only where `build` is told to, which says so", async () => {
    await imported();
    const { code, stderr } = await command(["build"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^plenary: graph\.plenary held imported datasets; the dossiers alone take their place/);
  });
});
