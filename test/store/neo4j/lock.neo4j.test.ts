import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";

import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import {
  BEGIN_STEP,
  type Holder,
  LANES,
  LAST_STEP,
  type Lock,
  RENEW,
  acquireLock,
  lockHolder,
} from "../../../src/store/neo4j/lock.js";
import { previewLoad } from "../../../src/store/neo4j/preview.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { fixtureRecords } from "../../support/fixture.js";
import { openSession } from "../../../src/store/neo4j/session.js";
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
    await setTimeout(1_500);
    expect(done).toBe(false);
    await lock.release();
    await second;
    expect(holders).toHaveLength(1);
    expect(holders[0]?.since).toMatch(/^\d{4}-/);
    expect(await readGraph(connection, ontology)).toEqual(fixtureRecords());
  });

  it("the second sees what the first has written, whichever member of a cluster answers", async () => {
    const first = await acquireLock(connection, "first", 60_000, () => undefined);
    await first.release();
    const second = await acquireLock(connection, "second", 60_000, () => undefined);
    await second.release();
    expect(second.bookmarks).toHaveLength(1);
    expect(second.bookmarks).not.toEqual(first.bookmarks);
    const session = openSession(connection, "READ", second.bookmarks);
    expect(session.lastBookmarks()).toEqual(second.bookmarks);
    await session.close();
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

  it("a lock that is being taken over while it is renewed, written under or given back is the second's", async () => {
    const owner = "first";
    const acts: readonly ((lock: Lock) => Promise<unknown>)[] = [
      () => ask(RENEW, { owner, lease: 60_000 }),
      ...LANES.flatMap((lane) => [
        () => ask(BEGIN_STEP, { owner, lane, step: 1 }),
        () => ask(LAST_STEP, { owner, lane }),
      ]),
      (lock) => lock.release().then(() => []),
    ];
    for (const act of acts) {
      const lock = await acquireLock(connection, owner, 60_000, () => undefined);
      const session = connection.driver.session();
      const taking = await session.beginTransaction();
      await taking.run("MATCH (l:PlenaryLock) SET l.owner = 'second'");
      const acting = act(lock);
      await setTimeout(300);
      await taking.commit();
      await session.close();
      expect(await acting).toEqual([]);
      expect(await ask("MATCH (l:PlenaryLock) RETURN DISTINCT l.owner AS owner")).toEqual([{ owner: "second" }]);
      await ask("MATCH (l:PlenaryLock) DELETE l");
    }
  });

  it("the second takes over when what the first is committing is written, and the first begins nothing more", async () => {
    for (const lane of LANES) {
      const first = await acquireLock(connection, "first", 60_000, () => undefined);
      const session = connection.driver.session();
      const step = await session.beginTransaction();
      const { records } = await step.run(BEGIN_STEP, { owner: "first", lane, step: 1 });
      expect(records).toHaveLength(1);
      await ask("MATCH (l:PlenaryLock {name: 'load'}) SET l.until = datetime() - duration('PT1S')");
      let taken = false;
      const taking = acquireLock(connection, "second", 60_000, () => undefined).then((lock) => {
        taken = true;
        return lock;
      });
      await setTimeout(500);
      expect(taken).toBe(false);
      await step.commit();
      await session.close();
      const second = await taking;
      for (const one of LANES) expect(await ask(BEGIN_STEP, { owner: "first", lane: one, step: 2 })).toEqual([]);
      await first.release();
      expect(await ask("MATCH (l:PlenaryLock) RETURN DISTINCT l.owner AS owner")).toEqual([{ owner: "second" }]);
      await second.release();
      expect(await ask("MATCH (l:PlenaryLock) RETURN l")).toEqual([]);
    }
  });

  it("one writes in two sessions that do not wait for each other", async () => {
    const lock = await acquireLock(connection, "one", 60_000, () => undefined);
    const sessions = LANES.map(() => connection.driver.session());
    const steps = await Promise.all(sessions.map((session) => session.beginTransaction({ timeout: 5_000 })));
    for (const [index, lane] of LANES.entries()) {
      const begun = await steps[index]?.run(BEGIN_STEP, { owner: "one", lane, step: 1 });
      expect(begun?.records).toHaveLength(1);
    }
    await ask(RENEW, { owner: "one", lease: 60_000 });
    for (const step of steps) await step.commit();
    for (const session of sessions) await session.close();
    await lock.release();
  });

  it("the second does not wait for one that is known to have ended", async () => {
    const pid = await endedPid();
    const lock = await acquireLock(connection, "killed", 60_000, () => undefined);
    await ask("MATCH (l:PlenaryLock) SET l.pid = $pid", { pid });
    expect(await lockHolder(connection)).toBeNull();
    const holders: Holder[] = [];
    await loadGraph(connection, one, { onWait: (holder) => holders.push(holder) });
    expect(holders).toEqual([]);
    await lock.release();
  });

  it("the second waits where the pid is one of another machine", async () => {
    const pid = await endedPid();
    const lock = await acquireLock(connection, "elsewhere", 60_000, () => undefined);
    await ask("MATCH (l:PlenaryLock) SET l.pid = $pid, l.machine = 'another'", { pid });
    expect(await lockHolder(connection)).toMatchObject({ owner: "elsewhere", pid });
    await lock.release();
  });

  it("a dry run does not look while a load is under way", async () => {
    const lock = await acquireLock(connection, "somebody", 5_000, () => undefined);
    await expect(previewLoad(connection, other, () => undefined)).rejects.toThrow(
      /There is a load by process \d+ on .*, since \d{4}-.*Wait/,
    );
    await lock.release();
  });
});

/** The pid of a process that has ended. */
async function endedPid(): Promise<number | undefined> {
  const ended = spawn(process.execPath, ["--eval", "0"]);
  await once(ended, "close");
  return ended.pid;
}
