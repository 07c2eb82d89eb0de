import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { FORMATS } from "../../src/export/formats.js";
import { DOSSIER, type Finished, folderWith, plenary } from "./support/cli.js";

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith(DOSSIER);
});
afterEach(() => folder.remove());

const SETTINGS = { SEEDS: "seeds", SNAPSHOT_FILE: "kept/graph.plenary" };
const command = (args: readonly string[], stdin = ""): Promise<Finished> =>
  plenary(["export", ...args], { cwd: folder.path, env: SETTINGS, stdin });
const file = (name: string): Promise<string> => readFile(join(folder.path, name), "utf8");

describe("plenary export", () => {
  test("writes the whole graph in the format that the file's name ends on, and says how much it is", async () => {
    const { code, stdout } = await command(["--out", "graph.graphml"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^graph\.graphml: 4 nodes, 1 link, [\d,]+ bytes, [\d.]+ s\n$/);
    expect(await file("graph.graphml")).toContain('<edge source="a-state" target="a-resolution">');
    await command(["--out", "graph.txt", "--format", "graphml"]);
    expect(await file("graph.txt")).toBe(await file("graph.graphml"));
    expect((await readdir(folder.path)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("writes to standard output what it writes to a file, and speaks beside it", async () => {
    for (const { name, ending } of FORMATS.values()) {
      await command(["--out", `graph${ending}`]);
      const { stdout, stderr } = await command(["--format", name]);
      expect(stdout).toBe(await file(`graph${ending}`));
      expect(stderr).toMatch(/^plenary: (\d nodes?, )?(1 link, )?[\d,]+ bytes, [\d.]+ s\n$/);
    }
  });

  test("writes what was known by a date, and what a source says", async () => {
    expect((await command(["--format", "csv-edges", "--known", "2023"])).stdout).not.toContain("a-state");
    expect((await command(["--format", "csv-edges", "--known", "2024"])).stdout).toContain("a-state/BLOCKED");
    const told = await command(["--format", "markdown", "--source", "second-article", "--valid", "2020"]);
    expect(told.stdout).toMatch(/^# The graph as of 2020, as told by second-article\n/);
    expect(told.stdout).toContain("also Astate (name) [1]");
    expect(told.stdout).not.toContain("## Blocked");
  });

  test("writes what the answer to a query shows, with the query", async () => {
    const query = "query Of($id: ID!) { node(id: $id) { id } }";
    await writeFile(join(folder.path, "of.graphql"), query);
    const variables = ["--variables", '{"id":"a-state"}'];
    const { stdout } = await command(["--format", "markdown", "--query", "of.graphql", ...variables]);
    expect(stdout).toContain(`# The result of a query\n`);
    expect(stdout).toContain(`\n${query}\n`);
    expect(stdout).toContain("- **A State** (state)");
    expect(stdout).not.toContain("A resolution");
    const empty = await command(["--format", "csv-nodes", "--query", "-"], '{ node(id: "nobody") { id } }');
    expect(empty.stderr).toMatch(/^plenary: nothing found, /);
    const piped = await command(["--format", "csv-edges", "--query", "-"], "{ blockings { edges { node { form } } } }");
    expect(piped.stdout).toContain("a-state/BLOCKED/a-resolution");
  });

  test.each([
    [
      "an unknown format",
      ["--format", "gefx"],
      /^plenary: --format: there is no format "gefx"; did you mean "gexf"\?\n$/,
    ],
    ["a format of others", ["--format", "pdf"], /there is no format "pdf"; expected gexf, .* or markdown\n$/],
    ["no format", [], /^plenary: say which --format: gexf, graphml, /],
    [
      "a file of any kind",
      ["--out", "graph.csv"],
      /graph\.csv ends on no format: expected .*\.nodes\.csv \(csv-nodes\)/,
    ],
    ["no date", ["--format", "gexf", "--known", "soon"], /--known: "soon" is not a date: expected yyyy, /],
    [
      "no source",
      ["--format", "gexf", "--source", "first-artikel"],
      /there is no source "first-artikel"; did you mean "first-article"\?/,
    ],
    ["two views", ["--format", "gexf", "--query", "-", "--known", "2020"], /--query has its view in the query/],
    ["variables of nothing", ["--format", "gexf", "--variables", "{}"], /--variables is for a --query/],
    [
      "a folder that is not there",
      ["--out", "no/graph.gexf"],
      /no\/graph\.gexf cannot be written: there is no such folder/,
    ],
    ["a folder", ["--out", "seeds", "--format", "gexf"], /seeds cannot be written: it is a folder/],
  ])("takes %s for a wrong command", async (_, args, message) => {
    const { code, stdout, stderr } = await command(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.replace(/^plenary: building .*\n/, "")).toMatch(message);
  });

  test("lists what is wrong with a query, and leaves the file as it was", async () => {
    await writeFile(join(folder.path, "graph.md"), "mine");
    const wrong = await command(["--out", "graph.md", "--query", "-"], "{ node(id: 1) { id nam } stat }");
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/^1:20: Cannot query field "nam"/m);
    expect(wrong.stderr).toMatch(/plenary: \d problems in the query\n$/);
    const nothing = await command(["--out", "graph.md", "--query", "-"], "{ snapshot { id } }");
    expect(nothing.stderr).toContain("shows no nodes and no edges");
    expect(await file("graph.md")).toBe("mine");
  });

  test("that is stopped leaves the file as it was, and nothing beside it", async () => {
    await writeFile(join(folder.path, "graph.md"), "mine");
    const given = { cwd: folder.path, env: SETTINGS, stopped: Promise.resolve() };
    const { code, stderr } = await plenary(["export", "--out", "graph.md"], given);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/graph\.md was whole; nothing is written\n$/) as string,
    });
    expect(await file("graph.md")).toBe("mine");
    expect((await readdir(folder.path)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("names every format in its help", async () => {
    const { stdout } = await command(["--help"]);
    for (const { name, use } of FORMATS.values()) expect(stdout).toMatch(new RegExp(`${name} .*${use.slice(0, 20)}`));
  });

  test("ends without a word where whoever reads it has seen enough", async () => {
    const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
    const args = ["--import", import.meta.resolve("tsx"), main, "export", "--format", "jsonld"];
    const env = { PATH: process.env["PATH"], SNAPSHOT_FILE: join(folder.path, "kept/whole.plenary") };
    const child = spawn(process.execPath, args, { cwd: folder.path, env });
    child.stdout.once("data", () => child.stdout.destroy());
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    const [code] = (await once(child, "close")) as [number];
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^(plenary: building .*\n)?$/) as string });
  });
});
