import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../..", import.meta.url));
/** What the pages are built from: a folder, and how the names of the files that count in it end. */
const inputs = [
  { folder: "web", ending: "" },
  { folder: "test/queries", ending: ".graphql" },
];

/** The folder that the pages are built into. */
export const builtWeb = join(repository, "dist/web");

/** When any of these files was last changed, in milliseconds. */
function lastChange({ folder, ending }: (typeof inputs)[number]): number {
  const names = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(ending));
  return Math.max(0, ...files.map((file) => statSync(join(repository, folder, file)).mtimeMs));
}

/** Builds the pages, saying so, unless it is there and as new as what it is built from. */
export async function ensureBuilt(): Promise<void> {
  const pages = ["explorer", "playground"].map((page) => join(builtWeb, page, "index.html"));
  const built = Math.min(...pages.map((page) => statSync(page, { throwIfNoEntry: false })?.mtimeMs ?? 0));
  if (inputs.every((input) => lastChange(input) <= built)) return;
  console.warn(`dist/web is ${built === 0 ? "absent" : "older than its sources"}: building it`);
  // A process of its own: vitest's NODE_ENV would put React's development build into the bundle.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)("npm", ["run", "build:web"], { cwd: repository, env });
}
