import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import neo4j from "neo4j-driver";
import { ensureLibraries } from "./libraries.js";
import { type Release, chosenRelease } from "./release.js";
import { findRequirements } from "./requirements.js";

export interface ServerOptions {
  /** Where the database is kept between starts; without it, in a temporary folder that goes when the server stops. */
  readonly data?: string;
  /** The server's memory, as its settings write it; little unless given. */
  readonly memory?: { readonly heap: string; readonly pageCache: string };
  /** Further settings, as lines of `neo4j.conf`. */
  readonly settings?: readonly string[];
  /** The port to listen on; without it, one that is free. */
  readonly port?: number;
  /** Told what takes time. */
  readonly report?: (message: string) => void;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
}

/** A running server. `stop` ends it by its own process handle and resolves when it is gone. */
export interface Server {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly port: number;
  /** Of the server's process. */
  readonly pid: number;
  /** Resolves when the server's process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Opened to the server because it reads memory directly; its own start script passes the same. */
const JVM_OPENS = ["java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.lang"];

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 30_000;

/** Starts a Neo4j Community server, of the release that is chosen, on a free loopback port, with a password of its own, and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const report = options.report ?? (() => undefined);
  const release = chosenRelease();
  const requirements = await findRequirements(release);
  const libraries = await ensureLibraries(release, requirements, { report, signal: options.signal });
  const home = options.data === undefined ? await mkdtemp(join(tmpdir(), "plenary-neo4j-")) : resolve(options.data);
  const removeHome = async (): Promise<void> => {
    if (options.data === undefined) await rm(home, { recursive: true, force: true });
  };
  try {
    const port = options.port ?? (await freePort());
    const memory = options.memory ?? { heap: "512m", pageCache: "64m" };
    await configure(home, port, [`server.memory.pagecache.size=${memory.pageCache}`, ...(options.settings ?? [])]);
    report("Starting Neo4j …");
    const child = launch(requirements.java, release, libraries, home, memory.heap);
    const ended = new Promise<void>((done) =>
      child.once("close", () => {
        done();
      }),
    );
    const stop = async (): Promise<void> => {
      await terminate(child, ended);
      await removeHome();
    };
    const abandon = (): void => void child.kill();
    options.signal?.addEventListener("abort", abandon);
    try {
      options.signal?.throwIfAborted();
      await started(child);
      const password = await ownPassword(home, `bolt://127.0.0.1:${port}`);
      return { uri: `bolt://127.0.0.1:${port}`, user: "neo4j", password, port, pid: child.pid ?? 0, ended, stop };
    } catch (error) {
      await terminate(child, ended);
      throw error;
    } finally {
      options.signal?.removeEventListener("abort", abandon);
    }
  } catch (error) {
    await removeHome();
    throw error;
  }
}

async function configure(home: string, port: number, further: readonly string[]): Promise<void> {
  const settings = [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    "server.http.enabled=false",
    "internal.server.bolt.thread_pool_shutdown_wait_time=0s",
    "dbms.usage_report.enabled=false",
    "dbms.security.auth_minimum_password_length=8",
    ...further,
  ];
  await mkdir(join(home, "conf"), { recursive: true });
  await writeFile(join(home, "conf", "neo4j.conf"), `${settings.join("\n")}\n`);
}

function launch(java: string, { main }: Release, libraries: string, home: string, heap: string): ChildProcess {
  const child = spawn(
    java,
    [
      "-Xms128m",
      `-Xmx${heap}`,
      "-cp",
      join(libraries, "*"),
      ...JVM_OPENS.map((opened) => `--add-opens=${opened}=ALL-UNNAMED`),
      main,
      `--home-dir=${home}`,
      `--config-dir=${join(home, "conf")}`,
      "--console-mode",
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const endWithUs = (): void => void child.kill();
  process.once("exit", endWithUs);
  child.once("close", () => process.removeListener("exit", endWithUs));
  return child;
}

/** Resolves when the server says that it has started; rejects with the end of its log where it gives up. */
async function started(child: ChildProcess): Promise<void> {
  let log = "";
  await new Promise<void>((done, fail) => {
    const timer = setTimeout(() => {
      fail(new Error(`Neo4j did not start in ${START_TIMEOUT_MS / 1000} s:\n${tail(log)}`));
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      log += chunk.toString();
      if (!/ Started\.\s/.test(log)) return;
      clearTimeout(timer);
      child.stdout?.off("data", read).resume();
      child.stderr?.off("data", read).resume();
      done();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", fail);
    child.once("close", (code) => {
      clearTimeout(timer);
      fail(new Error(`Neo4j ended while starting (exit code ${String(code)}):\n${tail(log)}`));
    });
  });
}

function tail(log: string): string {
  return log.trim().split("\n").slice(-10).join("\n");
}

/** The password of a database: made at its first start and kept beside it, readable by its owner alone. */
async function ownPassword(home: string, uri: string): Promise<string> {
  const file = join(home, "password");
  const known = await readFile(file, "utf8").catch(() => null);
  if (known !== null) return known.trim();
  const password = randomBytes(18).toString("base64url");
  const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", "neo4j"));
  try {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain options as a class
    const session = driver.session({ database: "system" });
    await session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", { password });
    await session.close();
  } finally {
    await driver.close();
  }
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

async function terminate(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once("error", fail).listen(0, "127.0.0.1", done));
  const address = probe.address();
  await new Promise<void>((done) =>
    probe.close(() => {
      done();
    }),
  );
  if (address === null || typeof address === "string") throw new Error("No free port on the loopback interface.");
  return address.port;
}
