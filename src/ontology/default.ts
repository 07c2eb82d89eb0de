import { fileURLToPath } from "node:url";

/** The folder that holds `schema/`, `seeds/` and `dist/`: two levels above this file, in `src` as in a build. */
const packageRoot = new URL("../../", import.meta.url);

/** The ontology that comes with Plenary. */
export const ontologyPath = fileURLToPath(new URL("schema/ontology.graphql", packageRoot));
