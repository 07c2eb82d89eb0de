import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { afterAll, expect, it } from "vitest";

import { snapshotId } from "../../src/graph/canonical.js";
import { readSnapshot, writeSnapshot } from "../../src/graph/file.js";
import { buildGraph, graphRecords } from "../../src/graph/graph.js";
import { recordsArbitrary, recordsInRollCalls, shuffled } from "../support/arbitraries.js";
import { fixtureMaterial } from "./support.js";

const { ontology, records } = await fixtureMaterial();
const folder = await mkdtemp(join(tmpdir(), "plenary-"));
afterAll(() => rm(folder, { recursive: true }));

const recordsOfAnyShape = fc.oneof(
  { weight: 5, arbitrary: recordsArbitrary(ontology) },
  { weight: 4, arbitrary: recordsInRollCalls(ontology) },
  fc.constant(records),
);

it("a graph gives back the records it was built from", () => {
  fc.assert(
    fc.property(recordsOfAnyShape, (some) => {
      const graph = buildGraph(some, ontology);
      expect(graphRecords(graph)).toEqual(some);
      expect(graph.snapshot).toBe(snapshotId(some));
    }),
    { numRuns: 200 },
  );
});

it("a graph comes back from its file as it was", async () => {
  const path = join(folder, "snapshot");
  await fc.assert(
    fc.asyncProperty(recordsOfAnyShape, async (some) => {
      const graph = buildGraph(some, ontology);
      await writeSnapshot(path, graph, { dossiers: "some hash" });
      const read = await readSnapshot(path, ontology);
      expect(read.meta).toEqual({ dossiers: "some hash" });
      expect(read.graph.snapshot).toBe(graph.snapshot);
      expect(graphRecords(read.graph)).toEqual(some);
    }),
    { numRuns: 60 },
  );
});

it("the order of records changes neither the snapshot's id nor a byte of its columns", () => {
  fc.assert(
    fc.property(
      recordsOfAnyShape.chain((some) => fc.tuple(fc.constant(some), shuffled(some))),
      ([some, other]) => {
        const [a, b] = [buildGraph(some, ontology), buildGraph(other, ontology)];
        expect(b.snapshot).toBe(a.snapshot);
        expect(new Map(b.sections)).toEqual(new Map(a.sections));
      },
    ),
    { numRuns: 100 },
  );
});
