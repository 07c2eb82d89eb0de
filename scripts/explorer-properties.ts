import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { explorerProperties } from "./properties/print.js";

const path = fileURLToPath(new URL("../web/explorer/src/api/properties.ts", import.meta.url));
await writeFile(path, await explorerProperties());
