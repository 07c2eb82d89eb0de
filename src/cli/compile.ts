import { readFile } from "node:fs/promises";

import type { Config } from "../config/config.js";
import { type Compiled, compileDossiers } from "../dossier/compile.js";
import { type Problem, formatProblem } from "../dossier/problem.js";
import { OntologyError } from "../ontology/errors.js";
import type { Ontology } from "../ontology/model.js";
import { readOntology } from "../ontology/read.js";
import { CliError, EXIT, InputError } from "./exit.js";
import type { Io } from "./io.js";
import { requireFolder, shortPath } from "./settings.js";

/** @throws CliError where the file cannot be read; InputError with every mistake in it */
export async function openOntology(config: Config, cwd: string): Promise<Ontology> {
  const path = shortPath(config.ontology, cwd);
  const sdl = await readFile(config.ontology, "utf8").catch((cause: unknown) => {
    throw new CliError(EXIT.usage, `ONTOLOGY: ${path} cannot be read`, { cause });
  });
  try {
    return readOntology(sdl);
  } catch (error) {
    if (!(error instanceof OntologyError)) throw error;
    throw new InputError(
      error.problems.map((problem) => `${path}:${problem}`),
      "the ontology",
    );
  }
}

/** Compiles the dossiers. @throws InputError with every problem in them */
export async function compile(config: Config, ontology: Ontology, io: Pick<Io, "cwd">): Promise<Compiled> {
  await requireFolder(config.seeds, "SEEDS");
  const compiled = await compileDossiers(config.seeds, ontology);
  if (compiled.problems.length === 0) return compiled;
  throw problemsIn(compiled.problems, config, io);
}

/** Problems in the dossiers, with paths that somebody in the working directory can open. */
export function problemsIn(problems: readonly Problem[], config: Config, io: Pick<Io, "cwd">): InputError {
  const folder = shortPath(config.seeds, io.cwd);
  return new InputError(
    problems.map((problem) => formatProblem(problem, folder)),
    "the dossiers",
  );
}
