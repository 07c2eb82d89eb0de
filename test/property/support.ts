import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ontologyPath } from "../../src/ontology/default.js";
import type { Material } from "../support/arbitraries.js";
import { fixtureRecords } from "../support/fixture.js";

/** The ontology, the fixture graph and an embedded engine over it. */
export async function fixtureMaterial(): Promise<Material & { readonly engine: Engine }> {
  const ontology = await loadOntology(ontologyPath);
  const records = fixtureRecords();
  return { ontology, records, engine: memoryEngine(buildGraph(records, ontology), ontology) };
}
