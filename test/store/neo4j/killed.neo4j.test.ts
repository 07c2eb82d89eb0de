import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, inject, it } from "vitest";

import { assembly } from "../../../scripts/bench/votes.js";
import { hashDossiers } from "../../../src/dossier/hash.js";
import { PlenaryError } from "../../../src/errors.js";
import { snapshotId } from "../../../src/graph/canonical.js";
import { writeSnapshot } from "../../../src/graph/file.js";
import { type Graph, buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { builtProgram } from "../../support/built.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { type Moment, type Proxy, startProxy } from "../../support/proxy.js";
import { reversed } from "./reversed.js";

const KILLS = 20;

const ontology = await loadOntology(ontologyPath);

/** A graph to load, where a process finds it, and what loading it over the other sends. */
interface Target {
  readonly graph: Graph;
  readonly file: string;
  readonly whole: { readonly bytes: number; readonly commits: number };
}

describeNeo4j("plenary load, killed", (connectAgain) => {
  let connection: Connection;
  let proxy: Proxy;
  let folder: string;
  let program: string;
  const targets: Target[] = [];

  beforeAll(async () => {
    const available = inject("neo4j");
    if ("unavailable" in available) return;
    program = await builtProgram();
    connection = await connectAgain();
    proxy = await startProxy(available.uri);
    folder = await mkdtemp(join(tmpdir(), "plenary-killed-"));
    await mkdir(join(folder, "seeds"));
    const meta = { dossiers: await hashDossiers(join(folder, "seeds")) };
    const graphs = [assembly(6), reversed(assembly(5))].map((records) => buildGraph(records, ontology));
    for (const graph of graphs) await loadGraph(connection, graph);
    for (const [index, graph] of graphs.entries()) {
      const file = join(folder, `${index}.plenary`);
      await writeSnapshot(file, graph, meta);
      proxy.arm(null);
      await ended(start(file));
      targets.push({ graph, file, whole: proxy.sent() });
      expect(await stored()).toBe(graph.snapshot);
    }
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await proxy.close();
    await connection.driver.close();
  });

  it(
    `${KILLS} times, from its first words to its last, leaves nothing that passes for complete, and ends in the same graph`,
    { timeout: 240_000 },
    async () => {
      const known = new Set(targets.map(({ graph }) => graph.snapshot));
      let unfinished = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const [target, other] = kill % 2 === 0 ? targets : targets.toReversed();
        if (target === undefined || other === undefined) throw new Error("two graphs");
        const moment = momentOf(kill, target);
        // What a load sends differs a little from one time to the next: one that ended before its moment came is killed a little sooner.
        for (
          let count = moment.count;
          !(await killAt(target.file, { ...moment, count }));
          count = Math.floor(0.95 * count)
        ) {
          await loadGraph(connection, other.graph);
        }
        const found = await stored().catch((error: unknown) => error);
        if (typeof found === "string") {
          expect(known).toContain(found);
        } else {
          expect(found).toBeInstanceOf(PlenaryError);
          expect(String(found)).toMatch(/being loaded, or a load was broken off/);
          unfinished++;
        }
        await loadGraph(connection, target.graph);
        expect(await stored()).toBe(target.graph.snapshot);
      }
      // Had few been hit in the middle, little would be shown.
      expect(unfinished).toBeGreaterThan(KILLS / 3);
      const [left] = (await connection.driver.executeQuery("MATCH (n:PlenaryLock) RETURN count(n) AS locks")).records;
      expect(left?.get("locks")).toBe(0);
    },
  );

  const stored = async (): Promise<string> => snapshotId(await readGraph(connection, ontology));

  function start(file: string): ChildProcess {
    const available = inject("neo4j");
    if ("unavailable" in available) throw new Error(available.unavailable);
    const env = {
      PATH: process.env["PATH"],
      SEEDS: join(folder, "seeds"),
      SNAPSHOT_FILE: file,
      NEO4J_URI: proxy.uri,
      NEO4J_USER: available.user,
      NEO4J_PASSWORD: available.password,
    };
    return spawn(process.execPath, [program, "load"], { env, stdio: ["ignore", "ignore", "inherit"] });
  }

  /** False where the load ended before that. */
  async function killAt(file: string, moment: Moment): Promise<boolean> {
    let child: ChildProcess | null = null;
    proxy.arm(moment, () => child?.kill("SIGKILL"));
    child = start(file);
    await once(child, "close");
    return child.signalCode === "SIGKILL";
  }
});

/** Anywhere in a part of its own of all that a load sends, or as one of its commits is on the way, the last included. */
function momentOf(kill: number, { whole }: Target): Moment {
  const part = Math.floor(kill / 4);
  const parts = KILLS / 4;
  if (kill % 4 < 2) return { of: "bytes", count: Math.floor(((part + Math.random()) / parts) * 0.98 * whole.bytes) };
  return { of: "commits", count: 1 + Math.round((part / (parts - 1)) * (whole.commits - 1)) };
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, "close")) as [number | null];
  expect(code).toBe(0);
}
