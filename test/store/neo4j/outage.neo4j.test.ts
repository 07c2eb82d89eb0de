import { execFile } from "node:child_process";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { assembly } from "../../../scripts/bench/votes.js";
import { type Server, startServer } from "../../../scripts/neo4j/server.js";
import { snapshotId } from "../../../src/graph/canonical.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type Connection, connect } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { previewLoad } from "../../../src/store/neo4j/preview.js";
import { readGraph } from "../../../src/store/neo4j/read.js";

const run = promisify(execFile);
const MEGABYTE = 2 ** 20;
const ontology = await loadOntology(ontologyPath);
const graph = buildGraph(assembly(120), ontology);

/** A folder on a disk of its own, of 800 MB, where this machine lets us mount one. */
const disk = await smallDisk();
const available = inject("neo4j");
const reason =
  "unavailable" in available ? available.unavailable : disk === null ? "no small disk can be mounted here" : null;

describe.skipIf(reason !== null)(`a load on a server in trouble${reason === null ? "" : ` (${reason})`}`, () => {
  let server: Server;
  let connection: Connection;
  const data = join(disk ?? "", "neo4j");
  const start = async (...settings: readonly string[]): Promise<void> => {
    server = await startServer({ data, settings });
    connection = await connect(server);
  };
  const stop = async (): Promise<void> => {
    await connection.driver.close();
    await server.stop();
  };

  beforeAll(() => start());
  afterAll(async () => {
    await stop();
    if (disk !== null) await run("umount", [disk]);
    if (disk !== null) await rm(disk, { recursive: true });
  });

  it(
    "says that the disk may be full, leaves nothing complete, and ends when there is room again",
    { timeout: 180_000 },
    async () => {
      const { bavail, bsize } = await statfs(data);
      const filler = join(disk ?? "", "filler");
      await writeFile(filler, Buffer.alloc(bavail * bsize - 2 * MEGABYTE));
      await expect(loadGraph(connection, graph)).rejects.toThrow(/disk may be full/);
      await stop();
      await rm(filler);
      await start();
      await expect(readGraph(connection, ontology)).rejects.toThrow(/no graph yet|broken off/);
      await loadGraph(connection, graph);
      expect(snapshotId(await readGraph(connection, ontology))).toBe(graph.snapshot);
    },
  );

  it("says that a read-only database is that; looking at the difference is allowed", { timeout: 120_000 }, async () => {
    await stop();
    await start("server.databases.default_to_read_only=true");
    await expect(loadGraph(connection, buildGraph(assembly(1), ontology))).rejects.toThrow(/database is read-only/);
    const { links } = await previewLoad(connection, graph, () => undefined);
    expect(links.unchanged).toBe(graph.edges.count);
  });

  it("says that the connection was lost, and goes on when the server is back", { timeout: 180_000 }, async () => {
    await stop();
    await start();
    const other = buildGraph(assembly(100), ontology);
    let stopping: Promise<void> | null = null;
    const load = loadGraph(connection, other, { onProgress: () => (stopping ??= server.stop()), lease: 1_000 });
    await expect(load).rejects.toThrow(/cannot be reached|connection to Neo4j was lost/);
    await stopping;
    await connection.driver.close();
    await start();
    await loadGraph(connection, other);
    expect(snapshotId(await readGraph(connection, ontology))).toBe(other.snapshot);
  });
});

async function smallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-disk-"));
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=800m", "none", folder]);
    return folder;
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
}
