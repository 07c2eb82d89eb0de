import { execFile, spawnSync } from "node:child_process";
import { chmod, cp, mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** An image made without a container engine: its file system below a folder, and how it is started. */
export interface Image {
  /** The folder that the image calls its working directory. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

interface Stage {
  readonly root: string;
  workdir: string;
  readonly env: Record<string, string>;
  readonly settings: Record<string, string>;
}

/**
 * Carries out the instructions of a Dockerfile, each as Docker would, with every stage below a folder of its own in `scratch`. Knows the
 * instructions and forms that ours uses, and fails on any other.
 */
export async function buildByHand(dockerfile: string, context: string, scratch: string): Promise<Image> {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const line of dockerfile.split("\n").filter((text) => text !== "" && !text.startsWith("#"))) {
    const [, instruction = "", rest = ""] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (instruction === "FROM") {
      const name = / AS (\S+)$/.exec(rest)?.[1] ?? "last";
      stage = { root: join(scratch, name), workdir: "/", env: {}, settings: {} };
      stages.set(name, stage);
    } else if (stage === undefined) {
      throw new Error(`${line}: there is no stage yet`);
    } else {
      await carryOut(stage, instruction, rest, context, stages);
    }
  }
  if (stage === undefined) throw new Error("the Dockerfile has no stage");
  const listOf = (name: string): readonly string[] => JSON.parse(stage.settings[name] ?? "[]") as readonly string[];
  return {
    folder: join(stage.root, stage.workdir),
    env: stage.env,
    entrypoint: listOf("ENTRYPOINT"),
    command: listOf("CMD"),
    healthcheck: listOf("HEALTHCHECK"),
  };
}

async function carryOut(
  stage: Stage,
  instruction: string,
  rest: string,
  context: string,
  stages: ReadonlyMap<string, Stage>,
): Promise<void> {
  switch (instruction) {
    case "WORKDIR":
      stage.workdir = rest;
      await mkdir(join(stage.root, rest), { recursive: true });
      return;
    case "ENV":
      for (const [, name = "", value = ""] of rest.matchAll(/(\w+)=(\S+)/g)) stage.env[name] = value;
      return;
    case "COPY":
      await copy(stage, rest, context, stages);
      return;
    case "RUN":
      await run("sh", ["-c", rest], {
        cwd: join(stage.root, stage.workdir),
        env: { ...plainEnvironment(), ...stage.env },
      });
      return;
    case "HEALTHCHECK":
      stage.settings[instruction] = rest.slice(rest.indexOf(" CMD ") + " CMD ".length);
      return;
    case "USER":
    case "EXPOSE":
    case "ENTRYPOINT":
    case "CMD":
      stage.settings[instruction] = rest;
      return;
    default:
      throw new Error(`${instruction} is not known here`);
  }
}

/** This process's environment without what the test runner added: it would have packages built for development. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITEST|TEST$|DEV$|PROD$|MODE$)/.test(name)),
  );
}

async function copy(stage: Stage, rest: string, context: string, stages: ReadonlyMap<string, Stage>): Promise<void> {
  const words = rest.split(" ");
  const from =
    words[0]?.startsWith("--from=") === true ? stages.get(words.shift()?.slice("--from=".length) ?? "") : null;
  if (from === undefined) throw new Error(`COPY ${rest}: there is no such stage`);
  const to = join(stage.root, stage.workdir, words.pop() ?? "");
  for (const source of words) {
    const path = from === null ? join(context, source) : join(from.root, source);
    const target =
      words.length > 1 || (from === null && source !== "." && rest.endsWith("./")) ? join(to, basename(source)) : to;
    await mkdir(dirname(target), { recursive: true });
    await cp(resolve(path), target, { recursive: true, verbatimSymlinks: true });
  }
}

/** Takes the right to write away from everybody, as a read-only file system does for whoever is not root. */
export async function makeReadOnly(folder: string): Promise<void> {
  await run("chmod", ["-R", "a-w,a+rX", folder]);
  for (let parent = dirname(folder); parent.includes("plenary-image-"); parent = dirname(parent)) {
    await chmod(parent, 0o755);
  }
}

/** How to start a program as nobody in particular; empty where this process is not root already. */
export function asNobody(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const nobody = spawnSync("id", ["-u", "nobody"], { encoding: "utf8" }).stdout.trim();
  return ["setpriv", `--reuid=${nobody}`, "--clear-groups", "--no-new-privs"];
}
