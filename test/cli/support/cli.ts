import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "../../../src/cli/program.js";

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Given {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Resolves when the command is asked to stop; by default nobody asks. */
  readonly stopped?: Promise<void>;
  /** The built program, of `builtProgram`, to run instead of the sources. */
  readonly built?: string;
}

/** Runs a command line inside the test's process, with nothing set but what is given. */
export async function plenary(args: readonly string[], given: Given = {}): Promise<Finished> {
  const out = { stdout: "", stderr: "" };
  const code = await run(args, {
    stdout: { write: (text) => (out.stdout += text) },
    stderr: { write: (text) => (out.stderr += text) },
    stdin: (async function* () {
      yield await Promise.resolve(given.stdin ?? "");
    })(),
    env: given.env ?? {},
    cwd: given.cwd ?? "/",
    stopped: () => given.stopped ?? new Promise(() => undefined),
  });
  return { code, ...out };
}

export interface Spawned {
  readonly done: Promise<Finished>;
  /** Resolves with the first output that matches. */
  readonly seen: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

const main = fileURLToPath(new URL("../../../src/main.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");

/** Runs a command line as a process of its own, as people do. */
export function spawnPlenary(args: readonly string[], given: Given = {}): Spawned {
  const program = given.built === undefined ? ["--import", tsx, main] : [given.built];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: given.cwd,
    env: { PATH: process.env["PATH"], ...given.env },
  });
  const out = { stdout: "", stderr: "" };
  const watchers = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      out[name] += text;
      for (const watch of watchers) watch();
    });
  }
  child.stdin.end(given.stdin ?? "");
  const done = new Promise<Finished>((resolve) => {
    child.on("close", (code) => {
      resolve({ code, ...out });
    });
  });
  const seen = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const watch = (): void => {
        const match = pattern.exec(out.stdout) ?? pattern.exec(out.stderr);
        if (match) resolve(match);
      };
      watchers.add(watch);
      watch();
      void done.then(({ stderr }) => {
        reject(new Error(`it ended before it said ${pattern.source}: ${stderr}`));
      });
    });
  return {
    done,
    seen,
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

/** A folder of its own for one test, with some files in it. */
export async function folderWith(
  files: Readonly<Record<string, string>>,
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "plenary-cli-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Two nodes, two sources and one link, all valid. */
export const DOSSIER = {
  "seeds/small/sources.yaml": `
- id: first-article
  type: Source
  name: First Article
  date: 2024-05-01
  file: first.txt
- id: second-article
  type: Source
  name: Second Article
`,
  "seeds/small/facts.yaml": `
- id: a-state
  type: State
  name: A State
  iso3: AST
  aliases:
    - { text: Astate, kind: NAME, evidence: [{ source: second-article, paragraph: 1 }] }
  evidence: [{ source: first-article, paragraph: 1 }]
  relations:
    - BLOCKED: a-resolution
      form: OPPOSITION
      evidence: [{ source: first-article, paragraph: 2, quote: opposed the text }]
- id: a-resolution
  type: Resolution
  name: A resolution
  evidence: [{ source: first-article, paragraph: 2 }]
`,
  "texts/first.txt": "First Article\n\nA State opposed the text.\n",
} as const;
