import { writeFile } from "node:fs/promises";

import { createApi, printApi } from "../src/api/api.js";
import { ontologyPath } from "../src/ontology/default.js";
import { loadOntology } from "../src/ontology/load.js";

/** Writes the API of the packaged ontology to `schema/api.graphql`. */
const { schema } = createApi(await loadOntology(ontologyPath));
await writeFile(new URL("../schema/api.graphql", import.meta.url), printApi(schema));
