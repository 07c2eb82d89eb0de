import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { compileDossiers } from "../../src/dossier/compile.js";
import { formatProblem } from "../../src/dossier/problem.js";
import { base, compile, ontology, problemsOf, writeFiles } from "./support.js";

async function problemsIn(directory: string): Promise<readonly string[]> {
  const { problems } = await compileDossiers(directory, ontology);
  return problems.map((problem) => formatProblem(problem));
}

describe("YAML that is refused", () => {
  test.each([
    [
      "a key given twice",
      "- id: x\n  type: Topic\n  name: X\n  name: Y\n  evidence: [{ source: article, row: 1 }]\n",
      'a/b.yaml:4:3: the key "name" is given twice; first at 3:3',
    ],
    [
      "a tab before an item",
      "- id: x\n  aliases:\n\t- text: x\n",
      "a/b.yaml:3:1: a tab is used for indentation; use spaces",
    ],
    [
      "an alias",
      "- &x { id: x }\n- *x\n",
      "a/b.yaml:1:6: anchors (&name) and aliases (*name) are not read in dossiers; write the value out",
    ],
    [
      "an anchor without an alias",
      "- id: x\n  aliases: &all []\n",
      "a/b.yaml:2:17: anchors (&name) and aliases (*name) are not read in dossiers; write the value out",
    ],
    ["a tag", "- !!set { id: x }\n", "a/b.yaml:1:3: tags (!name) are not read in dossiers; write the value alone"],
    [
      "two documents",
      "- {}\n---\n- {}\n",
      "a/b.yaml:2:1: the file holds several YAML documents; write one list of nodes without ---",
    ],
    [
      "a colon in a plain text",
      "- id: x\n  name: Report: the sequel\n",
      'a/b.yaml:2:9: a text that contains ": " needs quotation marks around it',
    ],
    ["an unclosed quotation mark", "- name: 'x\n", "a/b.yaml:2:1: not valid YAML: Missing closing 'quote"],
    ["an empty file", "", "a/b.yaml:1:1: the file is empty; write a list of nodes, or delete it"],
    ["a file with comments alone", "# later\n", "a/b.yaml:1:1: the file is empty; write a list of nodes, or delete it"],
  ])("%s", async (_, content, expected) => {
    expect(await problemsOf(content)).toEqual([expected]);
  });

  test("a tab before a key", async () => {
    const problems = await problemsOf("- id: x\n\ttype: Topic\n");
    expect(problems[0]).toMatch(/^a\/b\.yaml:2:\d: a tab is used for indentation; use spaces$/);
  });

  test("an alias bomb, at once", async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`);
    const start = performance.now();
    const problems = await problemsOf(`a0: &a0 [lol]\n${levels.join("\n")}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("anchors (&name) and aliases (*name) are not read in dossiers");
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test.each([
    ["lists in brackets", "[".repeat(2_000_000)],
    ["maps in braces", "{a: ".repeat(1_000_000)],
    ["lists on one line", "- ".repeat(2_000_000)],
    ["keys on one line", "? ".repeat(2_000_000)],
    ["lists over many lines", Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}-\n`).join("")],
  ])("nesting without end: %s", async (_, content) => {
    const problems = await problemsOf(content);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /the file nests lists or maps more than 100 deep|a dossier file is a list|expected a node/,
    );
  });
});

describe("bytes that are refused", () => {
  test("not UTF-8, with the place of the first that is not", async () => {
    const latin1 = Buffer.from("- id: x\n  name: Hammarskjöld\n", "latin1");
    expect(await problemsOf(latin1)).toEqual(["a/b.yaml:2:18: the file is not UTF-8; save it with that encoding"]);
  });

  test("over 5 MB, by its size alone", async () => {
    const directory = await writeFiles({ "a/base.yaml": base, "a/b.yaml": "\xff" });
    await truncate(join(directory, "a/b.yaml"), 5_000_001);
    expect(await problemsIn(directory)).toEqual([
      "a/b.yaml:1:1: the file has 5.0 MB; at most 5 MB are read, so split it",
    ]);
  });

  test("but a byte order mark and Windows line ends are no fault", async () => {
    expect(await problemsOf(`\uFEFF- id: x\r\n  type: Topic\r\n  name: X\r\n`)).toEqual([
      'a/b.yaml:1:3: Topic "x" has no evidence; add evidence: [{ source: …, paragraph: … }]',
    ]);
  });
});

describe("a directory", () => {
  test("without dossiers", async () => {
    const directory = await writeFiles({ "README.md": "nothing yet", "a/.hidden.yaml": "- x", ".git/b.yaml": "- x" });
    expect(await problemsIn(directory)).toEqual([
      ".:1:1: there are no dossiers here; add a .yaml file with a list of nodes",
    ]);
  });

  test("that does not exist", async () => {
    const directory = await writeFiles({});
    expect(await problemsIn(join(directory, "missing"))).toEqual([".:1:1: there is no such directory"]);
  });

  test("is read at any depth, with either ending", async () => {
    const { records } = await compile({ "base.yml": base, "a/b/c/d.yaml": "- { id: s, type: Source, name: S }" });
    expect(records.nodes.map((node) => node.id)).toEqual(["article", "china", "draft", "russia", "s"]);
  });

  test("is not left by links", async () => {
    const outside = await writeFiles({ "secret.yaml": "- { id: secret, type: Source, name: S }" });
    const directory = await writeFiles({ "a/base.yaml": base });
    await mkdir(join(directory, "..data"));
    await writeFile(join(directory, "..data", "c.yaml"), "- { id: inside, type: Source, name: S }");
    await symlink(join(outside, "secret.yaml"), join(directory, "a/b.yaml"));
    await symlink(outside, join(directory, "folder"));
    await symlink(join("..", "..data", "c.yaml"), join(directory, "a/c.yaml"));
    const { records, problems } = await compileDossiers(directory, ontology);
    const advice = "a link that leads to a folder or out of the directory is not followed; copy it instead";
    expect(problems.map((problem) => formatProblem(problem))).toEqual([
      `a/b.yaml:1:1: ${advice}`,
      `folder:1:1: ${advice}`,
    ]);
    expect(records.nodes.map((node) => node.id)).toEqual(["article", "china", "draft", "inside", "russia"]);
  });
});
