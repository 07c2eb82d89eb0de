import { chunked } from "./chunks.js";
import { CSV_EDGES, CSV_NODES } from "./csv.js";
import type { ExportFormat } from "./format.js";
import { GEXF } from "./gexf.js";
import { GRAPHML } from "./graphml.js";
import { JSON_LD } from "./jsonld/write.js";
import { MARKDOWN } from "./markdown/write.js";

/** Every format by its name. What they write comes in chunks of 64 KiB. */
export const FORMATS: ReadonlyMap<string, ExportFormat> = new Map(
  [GEXF, GRAPHML, JSON_LD, CSV_NODES, CSV_EDGES, MARKDOWN].map((format) => [
    format.name,
    { ...format, write: (content) => chunked(format.write(content)) },
  ]),
);

/** The format that a file's name ends on; null where none has that ending. */
export function formatOfFile(name: string): ExportFormat | null {
  const lower = name.toLowerCase();
  return [...FORMATS.values()].find(({ ending }) => lower.endsWith(ending)) ?? null;
}
