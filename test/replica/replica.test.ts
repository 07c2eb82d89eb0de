import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { PlenaryError } from "../../src/errors.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { GraphRecords } from "../../src/graph/record.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Load, Origin } from "../../src/replica/origin.js";
import { replicaEngine } from "../../src/replica/replica.js";
import { ask } from "../support/ask.js";
import { fixtureRecords } from "../support/fixture.js";

const ontology = await loadOntology(ontologyPath);
const first = fixtureRecords();
const second = renamed(first, "arda", "Arda the Great");
const question = '{ snapshot { id } state(id: "arda") { name } }';

/** A store in memory: what it holds can be replaced, and it can go away. */
class Store implements Origin {
  records: GraphRecords = first;
  loads = 1;
  copies = 0;
  away: string | null = null;
  /** During so many copies another load begins. */
  replaced = 0;
  /** Resolves when the next copy may be finished. */
  pause: Promise<unknown> = Promise.resolve();

  load(records: GraphRecords): void {
    this.records = records;
    this.loads += 1;
  }

  current(): Promise<Load> {
    if (this.away !== null) return Promise.reject(new PlenaryError("UNAVAILABLE", this.away));
    const { nodes, edges } = this.records;
    const id = buildGraph(this.records, ontology).snapshot;
    return Promise.resolve({ load: String(this.loads), id, nodes: nodes.length, links: edges.length });
  }

  async copy(): Promise<Engine> {
    this.copies += 1;
    if (this.copies <= this.replaced) throw new PlenaryError("SNAPSHOT_CHANGED", "Replaced meanwhile.");
    const graph = buildGraph(this.records, ontology);
    await this.pause;
    return memoryEngine(graph, ontology);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

describe("a replica", () => {
  let store: Store;
  let said: string[];
  let engine: Engine;
  const nameOf = (): Promise<unknown> => ask(engine, ontology, question);
  const settled = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await setTimeout(2);
  };

  beforeEach(async () => {
    store = new Store();
    said = [];
    engine = await replicaEngine(store, { interval: 1, say: (message) => said.push(message) });
  });
  afterEach(() => engine.close());

  it("answers from what the store holds at the start", async () => {
    expect(await nameOf()).toMatchObject({ data: { state: { name: "Arda" } } });
    expect(engine.name).toBe("replica");
  });

  it("follows another graph, and says so", async () => {
    store.load(second);
    await settled(() => said.length > 0);
    expect(await nameOf()).toMatchObject({ data: { state: { name: "Arda the Great" } } });
    expect(said).toEqual([
      `another graph was loaded and is served from now on: snapshot ${buildGraph(second, ontology).snapshot}`,
    ]);
  });

  it("copies nothing where the same graph was loaded again", async () => {
    store.load(first);
    const before = engine.copy?.().confirmedAt ?? 0;
    await settled(() => (engine.copy?.().confirmedAt ?? 0) > before + 5);
    expect(store.copies).toBe(1);
  });

  it("lets an open session finish on the graph that it began with", async () => {
    const session = await engine.session({ deadline: Date.now() + 10_000, edges: 1_000 });
    store.load(second);
    await settled(() => said.length > 0);
    const fields = [{ as: "name", on: null, kind: "property", name: "name" }] as const;
    const plan = { kind: "lookup", property: "id", values: ["arda"], types: ["State"], fields } as const;
    expect(await session.run(plan)).toEqual([{ $type: "State", name: "Arda" }]);
    expect((await session.info()).id).toBe(session.snapshot);
    expect((await engine.info()).id).not.toBe(session.snapshot);
  });

  it("answers from the old graph while the new one is copied", async () => {
    let finish = (): void => undefined;
    store.pause = new Promise<void>((resolve) => (finish = resolve));
    store.load(second);
    await settled(() => store.copies === 2);
    expect(await nameOf()).toMatchObject({ data: { state: { name: "Arda" } } });
    finish();
    await settled(() => said.length > 0);
    expect(await nameOf()).toMatchObject({ data: { state: { name: "Arda the Great" } } });
  });

  it("goes on answering while the store is away, says since when, and catches up by itself", async () => {
    store.away = "The store is away.";
    await settled(() => said.length > 0);
    expect(said).toEqual(["answering from the copy: The store is away."]);
    expect(await nameOf()).toMatchObject({ data: { state: { name: "Arda" } } });
    const { confirmedAt, problem } = engine.copy?.() ?? { confirmedAt: 0, problem: null };
    expect(problem).toBe("The store is away.");
    await setTimeout(5);
    expect(engine.copy?.().confirmedAt).toBe(confirmedAt);
    store.load(second);
    store.away = null;
    await settled(() => engine.copy?.().problem === null);
    expect(await nameOf()).toMatchObject({ data: { state: { name: "Arda the Great" } } });
  });

  it("begins with what is there after the graph was replaced while it was copied", async () => {
    const busy = new Store();
    busy.replaced = 2;
    const begun = await replicaEngine(busy, { interval: 1, say: () => undefined });
    expect(await ask(begun, ontology, question)).toMatchObject({ data: { state: { name: "Arda" } } });
    expect(busy.copies).toBe(3);
    await begun.close();
  });

  it("does not begin without anything to copy", async () => {
    const empty = new Store();
    empty.away = "Nothing is loaded.";
    await expect(replicaEngine(empty, { interval: 1, say: () => undefined })).rejects.toThrow("Nothing is loaded.");
  });
});

function renamed(records: GraphRecords, id: string, name: string): GraphRecords {
  const nodes = records.nodes.map((node) =>
    node.id === id ? { ...node, properties: { ...node.properties, name } } : node,
  );
  return { ...records, nodes };
}
