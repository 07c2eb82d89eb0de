import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { DOSSIER, type Finished, folderWith, plenary } from "./support/cli.js";

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith(DOSSIER);
});
afterEach(() => folder.remove());

const command = (args: readonly string[], env: Record<string, string> = {}, stdin = ""): Promise<Finished> =>
  plenary(args, { cwd: folder.path, env: { SEEDS: "seeds", SNAPSHOT_FILE: "kept/graph.plenary", ...env }, stdin });
const edit = async (file: keyof typeof DOSSIER, from: string, to: string): Promise<void> => {
  await writeFile(join(folder.path, file), DOSSIER[file].replace(from, to));
};

describe("plenary check", () => {
  test("counts what it found right", async () => {
    expect(await command(["check"])).toEqual({
      code: 0,
      stdout: "4 nodes, 1 link, 4 evidences from 2 sources; no problems\n",
      stderr: "",
    });
  });

  test("proves quotations against the texts", async () => {
    const right = await command(["check", "--texts", "texts"]);
    expect(right.code).toBe(0);
    expect(right.stdout).toContain(
      "1 quotation found in their texts, 2 evidences without a quotation; 1 source without a text",
    );
    await edit("texts/first.txt", "opposed", "praised");
    const wrong = await command(["check", "--texts", "texts"]);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/^seeds\/small\/facts\.yaml:12:\d+: .*opposed the text/);
  });

  test("lists every problem with its place, and says how many there are", async () => {
    await edit("seeds/small/facts.yaml", "type: State", "type: Stat");
    await edit("seeds/small/sources.yaml", "type: Source", "type: Sauce");
    const { code, stdout, stderr } = await command(["check"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^seeds\/small\/facts\.yaml:3:9: unknown type "Stat"; did you mean "State"\?$/m);
    expect(stdout).toMatch(/^seeds\/small\/sources\.yaml:3:9: .*"Sauce"/m);
    expect(stderr).toBe(`plenary: ${stdout.trim().split("\n").length} problems in the dossiers\n`);
  });

  test("takes a folder that is not there for a wrong command", async () => {
    expect(await command(["check", "--seeds", "sedes"])).toMatchObject({ code: 2, stdout: "" });
    expect((await command(["check", "--texts", "txts"])).stderr).toBe(
      `plenary: TEXTS: there is no folder ${join(folder.path, "txts")}\n`,
    );
  });
});

describe("plenary build", () => {
  test("writes the snapshot and says what is in it; the same dossiers give the same bytes", async () => {
    const first = await command(["build"]);
    expect(first.stdout).toMatch(
      /^kept\/graph\.plenary: snapshot [0-9a-f]{64}, 4 nodes, 1 link, [\d,]+ bytes, [\d.]+ s\n$/,
    );
    await command(["build", "--out", "other.plenary"]);
    const bytes = (name: string): Promise<Buffer> => readFile(join(folder.path, name));
    expect((await bytes("other.plenary")).equals(await bytes("kept/graph.plenary"))).toBe(true);
  });

  test("builds nothing from dossiers with problems", async () => {
    await edit("seeds/small/facts.yaml", "type: State", "type: Stat");
    const { code, stdout, stderr } = await command(["build"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("seeds/small/facts.yaml:3:9: ");
    await expect(readFile(join(folder.path, "kept/graph.plenary"))).rejects.toThrow("ENOENT");
  });

  test("leaves alone a file that is somebody's", async () => {
    const { code, stderr } = await command(["build", "--out", "texts/first.txt"]);
    expect(code).toBe(2);
    expect(stderr).toContain("is not a snapshot of Plenary and is left as it is");
    expect(await readFile(join(folder.path, "texts/first.txt"), "utf8")).toBe(DOSSIER["texts/first.txt"]);
  });
});

describe("the snapshot of a command that needs the graph", () => {
  const building = async (): Promise<string> => (await command(["stats"])).stderr;

  test("is made where there is none, and used as long as the dossiers stay", async () => {
    expect(await building()).toBe("plenary: building the graph: there is no snapshot yet\n");
    expect(await building()).toBe("");
    await edit("seeds/small/facts.yaml", "name: A State", "name: Another State");
    expect(await building()).toBe(
      "plenary: building the graph: the dossiers have changed since the snapshot was made\n",
    );
    expect(await building()).toBe("");
  });

  test("is made again where it is damaged, or of another ontology", async () => {
    await building();
    const path = join(folder.path, "kept/graph.plenary");
    const bytes = await readFile(path);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await building()).toContain("building the graph: ");
    expect(await building()).toBe("");
    const sdl = await readFile(new URL("../../schema/ontology.graphql", import.meta.url), "utf8");
    await writeFile(
      join(folder.path, "own.graphql"),
      sdl.replace("  m49: String @unique\n", "  m49: String @unique\n  motto: String\n"),
    );
    expect((await command(["stats"], { ONTOLOGY: "own.graphql" })).stderr).toContain("building the graph: ");
  });

  test("is not needed: where it cannot be kept, that is said", async () => {
    const { code, stderr } = await command(["stats"], { SNAPSHOT_FILE: "texts/first.txt/graph.plenary" });
    expect(code).toBe(0);
    expect(stderr).toContain("the snapshot cannot be kept in texts/first.txt/graph.plenary");
  });
});

describe("a concordance", () => {
  const question = `{ search(text: "state opp", in: PASSAGES) { edges { paragraph passage node { id } } } }`;
  const asked = async (...args: readonly string[]): Promise<Finished & { readonly response: unknown }> => {
    const finished = await command(["query", "-", ...args], {}, question);
    return { ...finished, response: JSON.parse(finished.stdout) };
  };
  const edges = (passage: string | null) => ({
    data: { search: { edges: [{ paragraph: 2, passage, node: { id: "first-article" } }] } },
  });
  const passage = "A State opposed the text.";

  test("is made from the texts, the same bytes each time, and told of", async () => {
    const built = await command(["build", "--texts", "texts"]);
    expect(built).toMatchObject({ code: 0, stderr: "" });
    expect(built.stdout).toMatch(
      /, 1 link, a concordance of 1 text \(2 passages, 7 words, \d+ bytes\), [\d,]+ bytes, /,
    );
    await command(["build", "--out", "other.plenary"], { TEXTS: "texts" });
    const bytes = (name: string): Promise<Buffer> => readFile(join(folder.path, name));
    expect((await bytes("other.plenary")).equals(await bytes("kept/graph.plenary"))).toBe(true);
    expect((await command(["stats"])).stdout).toMatch(
      /\n\na concordance of 1 text \(2 passages, 7 words, \d+ bytes\)\n$/,
    );
    expect(JSON.parse((await command(["stats", "--json"])).stdout)).toMatchObject({
      concordance: { sources: 1, passages: 2, words: 7 },
    });
  });

  test("does not change the snapshot id, and is not there unless asked for", async () => {
    const id = async (...args: readonly string[]) =>
      /snapshot [0-9a-f]+/.exec((await command(["build", ...args])).stdout)?.[0];
    expect(await id("--texts", "texts")).toBe(await id());
    expect((await command(["stats"])).stdout).toContain("\n\nno concordance\n");
    expect((await asked()).response).toMatchObject({ errors: [{ extensions: { code: "NOT_SUPPORTED" } }] });
  });

  test("names passages, and shows them where the texts are at hand", async () => {
    await command(["build", "--texts", "texts"]);
    expect((await asked()).response).toMatchObject(edges(null));
    expect(await asked("--texts", "texts")).toMatchObject({ response: edges(passage), stderr: "" });
    expect((await command(["query", "-"], { TEXTS: "texts" }, question)).stdout).toContain(passage);
  });

  test("shows nothing from a text that is not the one it was made from, and says so", async () => {
    await command(["build", "--texts", "texts"]);
    await edit("texts/first.txt", "opposed the text", "the text opposed");
    const changed = await asked("--texts", "texts");
    expect(changed.response).toMatchObject(edges(null));
    expect(changed.stderr).toBe(
      'plenary: TEXTS: the text "first.txt" is not the one that was indexed: passages of first-article are found, and not shown\n',
    );
    await rm(join(folder.path, "texts/first.txt"));
    const missing = await asked("--texts", "texts");
    expect(missing.response).toMatchObject(edges(null));
    expect(missing.stderr).toContain('TEXTS: there is no text "first.txt" in the directory of texts');
    expect((await command(["query", "-", "--texts", "txts"], {}, question)).code).toBe(2);
  });

  test("is not made where a text is missing: that is reported where its source names it", async () => {
    await rm(join(folder.path, "texts/first.txt"));
    const { code, stdout, stderr } = await command(["build", "--texts", "texts"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stdout + stderr).toBe(
      'seeds/small/sources.yaml:6:3: there is no text "first.txt" in the directory of texts\nplenary: 1 problem in the dossiers\n',
    );
    await expect(readFile(join(folder.path, "kept/graph.plenary"))).rejects.toThrow("ENOENT");
    expect((await command(["build", "--texts", "txts"])).stderr).toMatch(/^plenary: TEXTS: there is no folder /);
  });

  test("stays when the dossiers change, without the texts", async () => {
    await command(["build", "--texts", "texts"]);
    await edit("seeds/small/facts.yaml", "name: A State", "name: Another State");
    const { response, stderr } = await asked();
    expect(stderr).toBe("plenary: building the graph: the dossiers have changed since the snapshot was made\n");
    expect(response).toMatchObject(edges(null));
    const kept = await readFile(join(folder.path, "kept/graph.plenary"));
    await command(["build", "--texts", "texts", "--out", "other.plenary"]);
    expect(kept.equals(await readFile(join(folder.path, "other.plenary")))).toBe(true);
  });

  test("stays when a source gets another id", async () => {
    await command(["build", "--texts", "texts"]);
    for (const file of ["seeds/small/sources.yaml", "seeds/small/facts.yaml"] as const) {
      await writeFile(join(folder.path, file), DOSSIER[file].replaceAll("first-article", "best-article"));
    }
    expect((await asked("--texts", "texts")).stdout).toContain(`"passage":"${passage}","node":{"id":"best-article"}`);
  });

  test("stays when the ontology changes", async () => {
    await command(["build", "--texts", "texts"]);
    const sdl = await readFile(new URL("../../schema/ontology.graphql", import.meta.url), "utf8");
    await writeFile(join(folder.path, "own.graphql"), sdl.replace("  m49: String @unique\n", "  m49: String\n"));
    const other = await command(["query", "-"], { ONTOLOGY: "own.graphql" }, question);
    expect(other.stderr).toContain("has another ontology");
    expect(JSON.parse(other.stdout)).toMatchObject(edges(null));
  });

  test("loses a text that its source does not name any more, and says what it lacks", async () => {
    await command(["build", "--texts", "texts"]);
    await edit("seeds/small/sources.yaml", "file: first.txt", "file: second.txt");
    const { response, stderr } = await asked();
    expect(response).toMatchObject({ data: { search: { edges: [] } } });
    expect(stderr).toContain("plenary: the concordance loses what no source names any more: first.txt\n");
    expect(stderr).toContain(
      "plenary: the concordance does not have second.txt: `plenary build --texts FOLDER` makes one that has\n",
    );
  });

  test("never goes without a word", async () => {
    await command(["build", "--texts", "texts"]);
    expect((await command(["build"])).stderr).toBe(
      "plenary: built without the concordance that was there; --texts FOLDER makes one\n",
    );
    await command(["build", "--texts", "texts"]);
    const path = join(folder.path, "kept/graph.plenary");
    await writeFile(path, (await readFile(path)).subarray(0, 100));
    expect((await asked()).stderr).toContain(
      "if the snapshot had a concordance, `plenary build --texts FOLDER` makes it again",
    );
    expect((await asked("--texts", "texts")).stderr).toBe(
      "plenary: TEXTS is set, but the graph has no concordance: `plenary build --texts FOLDER` makes one\n",
    );
  });
});

describe("plenary stats", () => {
  test("counts by type, for people and for programs", async () => {
    const { stdout } = await command(["stats"]);
    expect(stdout).toContain(
      "4 nodes\n  2 Source\n  1 Resolution\n  1 State\n\n1 link\n  1 BLOCKED\n\n4 evidences from 2 sources\n",
    );
    const json = JSON.parse((await command(["stats", "--json"])).stdout) as Record<string, unknown>;
    expect(json).toMatchObject({ nodes: 4, links: 1, evidence: 4, sources: 2 });
    expect(json["types"]).toContainEqual({ type: "Vote", count: 0 });
    expect(stdout).toContain(`snapshot ${String(json["snapshot"])}`);
  });
});

describe("plenary query", () => {
  const document = "query Q($iso3: String!) { state(iso3: $iso3) { name blocked { nodes { name } } } }";

  test("answers a document from a file or from standard input", async () => {
    await writeFile(join(folder.path, "q.graphql"), document);
    const variables = ["--variables", '{"iso3":"AST"}'];
    const fromFile = await command(["query", "q.graphql", ...variables]);
    expect(fromFile.code).toBe(0);
    expect(JSON.parse(fromFile.stdout)).toEqual({
      data: { state: { name: "A State", blocked: { nodes: [{ name: "A resolution" }] } } },
      extensions: { snapshot: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
    const fromInput = await command(["query", "-", ...variables], {}, document);
    expect(fromInput.stdout).toBe(fromFile.stdout);
  });

  test("chooses an operation by name", async () => {
    const both = "query A { snapshot { nodes } } query B { snapshot { links } }";
    expect(JSON.parse((await command(["query", "-", "--operation", "B"], {}, both)).stdout)).toMatchObject({
      data: { snapshot: { links: 1 } },
    });
  });

  test("prints errors as the server would, and ends with 1", async () => {
    const { code, stdout } = await command(["query", "-"], {}, "{ stat { name } }");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] });
  });

  test.each([
    [["query", "nothing.graphql"], "nothing.graphql cannot be read: there is no such file"],
    [["query", "seeds"], "seeds cannot be read: it is a folder"],
    [["query", "-", "--variables", "{iso3: AST}"], "--variables: expected a JSON object such as"],
    [["query", "-", "--variables", "[]"], "--variables: expected a JSON object such as"],
  ])("%j is wrong usage", async (args, message) => {
    const { code, stderr } = await command(args);
    expect(code).toBe(2);
    expect(stderr).toContain(`plenary: ${message}`);
  });
});

describe("plenary load", () => {
  test("asks for what it needs to know", async () => {
    const { code, stderr } = await command(["load"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^plenary: NEO4J_URI is not set; .*\nplenary: NEO4J_PASSWORD is not set; .*\n$/);
  });

  test("ends with 3 where there is no database", async () => {
    const { code, stderr } = await command(["load"], { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "hunter2" });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^plenary: Neo4j cannot be reached\./m);
    expect(stderr).not.toMatch(/hunter2|127\.0\.0\.1|\n +at /);
  });

  test("looks at the dossiers first", async () => {
    await edit("seeds/small/facts.yaml", "type: State", "type: Stat");
    expect((await command(["load"], { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "x" })).code).toBe(1);
  });
});

describe("wrong usage", () => {
  test.each([
    [["chekc"], "plenary: unknown command 'chekc' (Did you mean check?)\n"],
    [["check", "--sead", "x"], "plenary: unknown option '--sead' (Did you mean --seeds?)\n"],
    [["check", "seeds"], "plenary: too many arguments for 'check'. Expected 0 arguments but got 1.\n"],
    [["query"], "plenary: missing required argument 'file'\n"],
    [["stats", "--engine", "sqlite"], 'plenary: ENGINE is "sqlite"; expected one of memory, neo4j\n'],
    [["serve", "--port", "99999"], 'plenary: PORT is "99999"; expected a whole number from 0 to 65535\n'],
  ])("%j: one clear line, and 2", async (args, stderr) => {
    expect(await command(args)).toEqual({ code: 2, stdout: "", stderr });
  });

  test("no command at all gets the help, and 2", async () => {
    const { code, stderr } = await command([]);
    expect(code).toBe(2);
    expect(stderr).toContain("Usage: plenary");
  });

  test("a mistake in the ontology is told with its place", async () => {
    await writeFile(join(folder.path, "own.graphql"), "type State {\n  name: Strin\n}\n");
    const { code, stderr } = await command(["stats"], { ONTOLOGY: "own.graphql" });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^own\.graphql:\d+:\d+: /);
  });
});

describe("help", () => {
  test.each(["serve", "check", "build", "load", "query", "stats"])("of %s has examples", async (name) => {
    const { code, stdout } = await command([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: plenary ${name}`);
    expect(stdout).toMatch(/Examples:\n {2}\S/);
  });
});
