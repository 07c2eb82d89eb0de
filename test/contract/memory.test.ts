import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { contractSuite } from "./suite.js";

contractSuite("memory", (records, ontology) => Promise.resolve(memoryEngine(buildGraph(records, ontology), ontology)));
