import { fileURLToPath } from "node:url";

import { compileDossiers } from "../../src/dossier/compile.js";
import type { Compiled } from "../../src/dossier/compile.js";
import { formatProblem } from "../../src/dossier/problem.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Ontology } from "../../src/ontology/model.js";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** The dossiers of this repository, compiled. Fails with every problem they have. */
export async function compileSeeds(): Promise<{ readonly compiled: Compiled; readonly ontology: Ontology }> {
  const ontology = await loadOntology(ontologyPath);
  const compiled = await compileDossiers(SEEDS, ontology);
  if (compiled.problems.length > 0)
    throw new Error(compiled.problems.map((problem) => formatProblem(problem)).join("\n"));
  return { compiled, ontology };
}
