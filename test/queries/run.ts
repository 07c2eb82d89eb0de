import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A question about the seeds and its answer, which is written by hand from the articles and never pasted from a run. */
export interface Golden {
  /** The name of its two files, without their endings. */
  readonly name: string;
  readonly query: string;
  /** The whole response. */
  readonly expected: unknown;
}

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const QUERY = ".graphql";
const ANSWER = ".json";

/** All goldens of a folder, by name. Fails where a query lacks its answer or an answer its query. */
export async function readGoldens(folder = FOLDER): Promise<readonly Golden[]> {
  const files = await readdir(folder);
  const names = new Set(
    files.flatMap((file) => [QUERY, ANSWER].filter((ending) => file.endsWith(ending)).map((e) => basename(file, e))),
  );
  return Promise.all([...names].sort().map((name) => readGolden(folder, name)));
}

async function readGolden(folder: string, name: string): Promise<Golden> {
  const [query, answer] = await Promise.all(
    [QUERY, ANSWER].map((ending) => readFile(join(folder, name + ending), "utf8")),
  );
  return { name, query: query ?? "", expected: JSON.parse(answer ?? "") };
}
