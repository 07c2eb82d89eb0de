import { readFile } from "node:fs/promises";

import type { Ontology } from "./model.js";
import { readOntology } from "./read.js";

/** Reads an ontology file. @throws OntologyError with every mistake in it; the file system's error where it cannot be read */
export async function loadOntology(path: string): Promise<Ontology> {
  return readOntology(await readFile(path, "utf8"));
}
