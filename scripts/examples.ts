import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { exampleTypes } from "./examples/generate.js";

await writeFile(fileURLToPath(new URL("../examples/subgraph.generated.ts", import.meta.url)), await exampleTypes());
