import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { onTestFinished } from "vitest";

import { compileDossiers } from "../../src/dossier/compile.js";
import type { Compiled } from "../../src/dossier/compile.js";
import { formatProblem } from "../../src/dossier/problem.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";

/** The content of dossier files by name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const ontology = await loadOntology(ontologyPath);

/** What most examples lean on: a source, a state, a resolution. Lines below are counted in the file that a test writes itself. */
export const base = `
- { id: article, type: Source, name: An article, date: 2016-02-17 }
- { id: china, type: State, name: China, evidence: [{ source: article, paragraph: 1 }] }
- { id: russia, type: State, name: Russia, evidence: [{ source: article, paragraph: 1 }] }
- { id: draft, type: Resolution, name: A draft, evidence: [{ source: article, paragraph: 1 }] }
`;

/** Writes files into a directory of their own, which is removed when the test ends. */
export async function writeFiles(files: Files): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "plenary-dossiers-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), content);
  }
  return directory;
}

export async function compile(files: Files): Promise<Compiled> {
  return compileDossiers(await writeFiles(files), ontology);
}

/** Compiles what must be valid. */
export async function compileValid(files: Files): Promise<Compiled> {
  const compiled = await compile(files);
  if (compiled.problems.length > 0) throw new Error(compiled.problems.map((it) => formatProblem(it)).join("\n"));
  return compiled;
}

/** The problems of a file `a/b.yaml` that stands beside {@link base}. */
export async function problemsOf(content: string | Uint8Array): Promise<readonly string[]> {
  const { problems } = await compile({ "a/base.yaml": base, "a/b.yaml": content });
  return problems.map((problem) => formatProblem(problem));
}

/** The problems of one relation of China. */
export async function problemsOfRelation(relation: string): Promise<readonly string[]> {
  return problemsOf(`- extends: china\n  relations:\n    - ${relation}\n`);
}
