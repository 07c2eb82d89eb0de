import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const program = join(repository, "dist/main.js");

/** The built program, built anew where the sources are newer. */
export async function builtProgram(): Promise<string> {
  const sources = readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" });
  const changed = Math.max(...sources.map((file) => statSync(join(repository, "src", file)).mtimeMs));
  const built = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changed > built) await promisify(execFile)("npm", ["run", "build:code"], { cwd: repository });
  return program;
}
