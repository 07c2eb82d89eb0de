import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** What something is built from: a folder, and how the names of the files that count in it end. */
interface Input {
  readonly folder: string;
  readonly ending: string;
}

/** The folder that the pages are built into. */
export const builtWeb = join(repository, "dist/web");

/** Builds the pages, saying so, unless they are there and as new as what they are built from. */
export async function ensureBuilt(): Promise<void> {
  const pages = ["explorer", "playground"].map((page) => join(builtWeb, page, "index.html"));
  // Worked questions of the playground are goldens.
  const inputs = [
    { folder: "web", ending: "" },
    { folder: "test/queries", ending: ".graphql" },
  ];
  await ensure(pages, inputs, "build:web");
}

/** The path of the built program, built anew where the sources are newer. */
export async function builtProgram(): Promise<string> {
  const program = join(repository, "dist/main.js");
  await ensure([program], [{ folder: "src", ending: "" }], "build:code");
  return program;
}

async function ensure(outputs: readonly string[], inputs: readonly Input[], script: string): Promise<void> {
  const built = Math.min(...outputs.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
  if (inputs.every((input) => lastChange(input) <= built)) return;
  console.warn(`${outputs.join(", ")}: ${built === 0 ? "absent" : "older than its sources"}, running ${script}`);
  // A process of its own: vitest's NODE_ENV would put React's development build into the pages.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)("npm", ["run", script], { cwd: repository, env });
}

/** When any of these files was last changed, in milliseconds. */
function lastChange({ folder, ending }: Input): number {
  const names = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(ending));
  return Math.max(0, ...files.map((file) => statSync(join(repository, folder, file)).mtimeMs));
}
