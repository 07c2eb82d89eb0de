import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { assembly } from "../../../scripts/bench/votes.js";
import { type Server, startServer } from "../../../scripts/neo4j/server.js";
import { snapshotId } from "../../../src/graph/canonical.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type Connection, connect } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { lookAtSnapshot } from "../../../src/store/neo4j/look.js";
import { previewLoad } from "../../../src/store/neo4j/preview.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { openSession } from "../../../src/store/neo4j/session.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { type SmallDisk, mountDisk, whyNoDisk } from "../../support/small-disk.js";

const ontology = await loadOntology(ontologyPath);
const [small, large, another] = [1, 150, 0].map((votes) => buildGraph(assembly(votes), ontology));
if (small === undefined || large === undefined || another === undefined) throw new Error("three graphs");
const noDisk = await whyNoDisk();

/** Neo4j starts three times here. */
const PATIENCE_MS = 300_000;
const DISK_MB = 120;
/** Room for the end of a transaction, and less than Neo4j asks for when it needs another file for its log. */
const LEFT = 6_500_000;

// Servers of its own, for they are told to refuse.
describeNeo4j("a load that Neo4j refuses", () => {
  let disk: SmallDisk | null = null;
  let data: string;
  let server: Server | null = null;

  const serve = async (...settings: readonly string[]): Promise<void> => {
    await server?.stop();
    server = await startServer({ data, settings: ["db.tx_log.rotation.size=8m", ...settings] });
  };
  const store = async (login: { readonly user?: string; readonly password?: string } = {}): Promise<Connection> => {
    if (server === null) throw new Error("no server");
    const { uri, user, password } = server;
    return connect({ uri, user, password, ...login });
  };
  const during = async <T>(use: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await store();
    try {
      return await use(connection);
    } finally {
      await connection.driver.close();
    }
  };
  const stored = (): Promise<string> => during(async (connection) => snapshotId(await readGraph(connection, ontology)));

  beforeAll(async () => {
    disk = noDisk === null ? await mountDisk(DISK_MB) : null;
    data = disk?.path ?? (await mkdtemp(join(tmpdir(), "plenary-failures-")));
    await serve();
    await during((connection) => loadGraph(connection, small));
  }, PATIENCE_MS);
  afterAll(async () => {
    await server?.stop();
    if (disk === null) await rm(data, { recursive: true, force: true });
    else await disk.remove();
  });

  it("because the user must choose another password, or tried too many wrong ones", async () => {
    const login = { user: "newcomer", password: "to-be-changed" };
    await during(async ({ driver }) => {
      const session = openSession({ driver, database: "system" }, "WRITE");
      await session.run("CREATE USER newcomer SET PASSWORD $password CHANGE REQUIRED", login);
      await session.close();
    });
    await expect(store(login)).rejects.toThrow("Neo4j asks for a new password for this user before anything else.");
    const wrong = { user: "newcomer", password: "not-the-password" };
    for (let attempt = 0; attempt < 3; attempt++) await store(wrong).catch(() => undefined);
    await expect(store(wrong)).rejects.toThrow("Neo4j refused the password too often and asks to wait a while.");
  });

  it.skipIf(noDisk !== null)(
    `because its disk is full, says so, and is gone on with once there is room${noDisk === null ? "" : ` (${noDisk})`}`,
    { timeout: PATIENCE_MS },
    async () => {
      await disk?.fill(LEFT);
      await during(async (connection) => {
        const error: unknown = await loadGraph(connection, large, { lease: 2_000 }).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code: "UNAVAILABLE" });
        expect(String(error)).toMatch(
          /disk (may be|is) full.* The graph is marked as unfinished; `plenary load`, run again/,
        );
        await expect(lookAtSnapshot(connection, ontology, null)).rejects.toMatchObject({ code: "UNAVAILABLE" });
      });
      await disk?.clear();
      await serve();
      await expect(stored()).rejects.toThrow(/being loaded, or a load was broken off/);
      await during((connection) => loadGraph(connection, large));
      expect(await stored()).toBe(large.snapshot);
    },
  );

  it("because the database is read-only, and serves what it has", { timeout: PATIENCE_MS }, async () => {
    const before = await stored();
    await serve("server.databases.default_to_read_only=true");
    await during(async (connection) => {
      await expect(loadGraph(connection, another)).rejects.toMatchObject({
        code: "UNAVAILABLE",
        message: expect.stringMatching(/^The Neo4j database is read-only: its settings say so/) as string,
      });
      expect(await lookAtSnapshot(connection, ontology, null)).toMatchObject({ id: before });
      const { nodes } = await previewLoad(connection, another, () => undefined);
      expect(nodes.removed).toBeGreaterThan(0);
    });
  });
});
