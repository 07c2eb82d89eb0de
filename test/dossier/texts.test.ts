import { describe, expect, test } from "vitest";

import { compileDossiers } from "../../src/dossier/compile.js";
import { formatProblem } from "../../src/dossier/problem.js";
import { checkTexts } from "../../src/dossier/texts.js";
import type { TextCheck } from "../../src/dossier/texts.js";
import { ontology, writeFiles } from "./support.js";

const text = `A title

China’s “firm” opposition — voiced twice —
was known. Café owners agreed.

The draft failed… in the end.

It was known.
`;

/** Checks evidences from `article`, whose text is {@link text}, on lines 3 and on. */
async function check(...evidences: readonly string[]): Promise<TextCheck & { readonly messages: readonly string[] }> {
  const lines = evidences.map((evidence) => `    - { source: article, ${evidence} }`);
  const source = `- { id: article, type: Source, name: A, file: article.txt }\n- { id: register, type: Source, name: R }\n`;
  const topic = `- id: x\n  evidence:\n${lines.join("\n")}\n  type: Topic\n  name: X\n`;
  const compiled = await compileDossiers(await writeFiles({ "sources.yaml": source, "x.yaml": topic }), ontology);
  const result = await checkTexts(compiled, await writeFiles({ "article.txt": text }));
  return {
    ...result,
    messages: [...compiled.problems, ...result.problems].map((problem) => formatProblem(problem)),
  };
}

describe("a quote is proven", () => {
  test.each([
    ["as it stands", "quote: was known"],
    ["with plain quotation marks", `quote: China's "firm" opposition`],
    ["with plain dashes", "quote: opposition - voiced twice -"],
    ["over line ends", "quote: voiced twice — was known"],
    ["with accents composed otherwise", "quote: Cafe\u0301 owners"],
  ])("%s", async (_, quote) => {
    const { messages, proven } = await check(`paragraph: 2, ${quote}`);
    expect(messages).toEqual([]);
    expect(proven).toBe(1);
  });

  test("with dots for an ellipsis", async () => {
    expect((await check("paragraph: 3, quote: failed... in the end")).messages).toEqual([]);
  });
});

describe("a quote is not proven", () => {
  test.each([
    [
      "with other words",
      "paragraph: 2, quote: was unknown",
      'x.yaml:3:7: paragraph 2 does not contain "was unknown"; the quote is nowhere in the text',
    ],
    [
      "with other capitals",
      "paragraph: 2, quote: china's",
      `x.yaml:3:7: paragraph 2 does not contain "china's"; the quote is nowhere in the text`,
    ],
    [
      "without its accents",
      "paragraph: 2, quote: Cafe owners",
      'x.yaml:3:7: paragraph 2 does not contain "Cafe owners"; the quote is nowhere in the text',
    ],
    [
      "by a part of a word",
      "paragraph: 2, quote: position",
      'x.yaml:3:7: paragraph 2 does not contain "position"; the quote is nowhere in the text',
    ],
    [
      "at another paragraph",
      "paragraph: 2, quote: The draft failed",
      'x.yaml:3:7: paragraph 2 does not contain "The draft failed"; the quote is in paragraph 3',
    ],
    [
      "at one of others",
      "paragraph: 1, quote: was known",
      'x.yaml:3:7: paragraph 1 does not contain "was known"; the quote is in paragraph 2 and 4',
    ],
    [
      "at no paragraph",
      "row: 1, quote: was known",
      "x.yaml:3:7: a quote from a text names its paragraph; the quote is in paragraph 2 and 4",
    ],
    [
      "beyond the text",
      "paragraph: 5, quote: The draft",
      "x.yaml:3:7: there is no paragraph 5; the text has 4; the quote is in paragraph 3",
    ],
  ])("%s", async (_, evidence, expected) => {
    const { messages, proven } = await check(evidence);
    expect(messages).toEqual([expected]);
    expect(proven).toBe(0);
  });
});

test("all are counted, and problems come by line", async () => {
  const { messages, proven, unquoted, withoutFile } = await check(
    "paragraph: 9",
    "paragraph: 2, quote: was known",
    "paragraph: 4, quote: was known",
    "paragraph: 1",
    "paragraph: 3, quote: nonsense",
  );
  // Evidences that say the same are one, so each of these is another.
  expect({ proven, unquoted, withoutFile }).toEqual({ proven: 2, unquoted: 1, withoutFile: 1 });
  expect(messages).toEqual([
    "x.yaml:3:7: there is no paragraph 9; the text has 4",
    'x.yaml:7:7: paragraph 3 does not contain "nonsense"; the quote is nowhere in the text',
  ]);
});

describe("a text", () => {
  async function problemsOf(file: string, texts: Parameters<typeof writeFiles>[0]): Promise<readonly string[]> {
    const source = `- { id: article, type: Source, name: A, file: ${file} }\n`;
    const compiled = await compileDossiers(await writeFiles({ "sources.yaml": source }), ontology);
    const { problems } = await checkTexts(compiled, await writeFiles(texts));
    return [...compiled.problems, ...problems].map((problem) => formatProblem(problem));
  }

  test("that is missing is reported where it is named", async () => {
    expect(await problemsOf("a.txt", {})).toEqual([
      'sources.yaml:1:41: there is no text "a.txt" in the directory of texts',
    ]);
  });

  test("that is not UTF-8 is reported", async () => {
    expect(await problemsOf("a.txt", { "a.txt": Buffer.from("x\n\xe9", "latin1") })).toEqual([
      'sources.yaml:1:41: the text "a.txt" is not UTF-8 (line 2)',
    ]);
  });

  test.each(["../a.txt", "/etc/passwd", "b/../../a.txt"])("outside the directory (%s) is not read", async (file) => {
    expect(await problemsOf(file, {})).toEqual([
      `sources.yaml:1:41: "file" is "${file}"; name a text below the directory of texts`,
    ]);
  });

  test("belongs to a source alone", async () => {
    const topic = "- { id: x, type: Topic, name: X, file: a.txt, evidence: [{ source: s, row: 1 }] }";
    const files = { "s.yaml": "- { id: s, type: Source, name: S }", "x.yaml": topic };
    const { problems } = await compileDossiers(await writeFiles(files), ontology);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^unknown key "file" of Topic/)]);
  });
});
