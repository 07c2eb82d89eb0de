import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { type Holder, acquireLock, lockHolder } from "../../../src/store/neo4j/lock.js";
import { previewLoad } from "../../../src/store/neo4j/preview.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { fixtureRecords } from "../../support/fixture.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { asker } from "./database.js";
import { samples } from "./samples.js";

const ontology = await loadOntology(ontologyPath);
const [one, other] = [buildGraph(samples, ontology), buildGraph(fixtureRecords(), ontology)];

describeNeo4j("two loads of one database", (connectAgain) => {
  let connection: Connection;
  const ask = asker(() => connection);

  beforeAll(async () => {
    connection = await connectAgain();
    await loadGraph(connection, one);
  });
  beforeEach(() => ask("MATCH (l:PlenaryLock) DELETE l"));
  afterAll(() => connection.driver.close());

  it("take turns: the second waits, says for whom, and its graph is the one that stays", async () => {
    const holders: Holder[] = [];
    const waiting = { onWait: (holder: Holder) => holders.push(holder) };
    const lock = await acquireLock(connection, "somebody", 2_000, () => undefined);
    let done = false;
    const second = loadGraph(connection, other, waiting).then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(done).toBe(false);
    await lock.release();
    await second;
    expect(holders).toHaveLength(1);
    expect(holders[0]?.since).toMatch(/^\d{4}-/);
    expect(await readGraph(connection, ontology)).toEqual(fixtureRecords());
  });

  it("begun together end one after the other, in one of the two graphs whole", async () => {
    await Promise.all([loadGraph(connection, one), loadGraph(connection, other)]);
    const { nodes } = await readGraph(connection, ontology);
    expect([samples.nodes.length, fixtureRecords().nodes.length]).toContain(nodes.length);
    expect(await lockHolder(connection)).toBeNull();
  });

  it("the second takes over where the first is not heard of any more", async () => {
    await ask(
      "CREATE (:PlenaryLock {name: 'load', owner: 'dead', host: 'h', since: datetime(), until: datetime() + duration('PT1S')})",
    );
    const began = Date.now();
    await loadGraph(connection, one);
    expect(Date.now() - began).toBeGreaterThan(500);
    expect(await readGraph(connection, ontology)).toEqual(samples);
  });

  it("the first writes nothing more once the second took over", async () => {
    await loadGraph(connection, one);
    let robbed = false;
    const first = loadGraph(connection, other, {
      onProgress: ({ done }) => {
        if (robbed || done === 0) return;
        robbed = true;
        void ask("MATCH (l:PlenaryLock) SET l.owner = 'second', l.until = datetime() + duration('PT1S')");
      },
    });
    await expect(first).rejects.toThrow(/Another load took over.*plenary load/);
    await expect(readGraph(connection, ontology)).rejects.toThrow(/broken off/);
    await loadGraph(connection, one);
    expect(await readGraph(connection, ontology)).toEqual(samples);
  });

  it("a dry run does not look while a load is under way", async () => {
    const lock = await acquireLock(connection, "somebody", 5_000, () => undefined);
    await expect(previewLoad(connection, other, () => undefined)).rejects.toThrow(/under way since .*Wait/);
    await lock.release();
  });
});
