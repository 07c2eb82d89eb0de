import type { Importer } from "./importer.js";
import { unxmlJson } from "./resolutions/unxml-json.js";
import { unxml } from "./resolutions/unxml.js";
import { unvotes } from "./unvotes/unvotes.js";
import { vetoes } from "./vetoes/vetoes.js";

/** Every format that can be imported. Another one is one more entry here. */
export const IMPORTERS: readonly Importer[] = [unvotes, unxmlJson, unxml, vetoes];
