import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { compileDossiers } from "../../src/dossier/compile.js";
import type { GraphRecords } from "../../src/graph/record.js";
import { recordsArbitrary } from "../support/arbitraries.js";
import { fixtureRecords } from "../support/fixture.js";
import { asFile, contentOfRecords, ontology } from "./support/content.js";
import { odd } from "./support/odd.js";
import { readGraphml } from "./support/read-graphml.js";
import { readJsonLd } from "./support/read-jsonld.js";

const seeds = fileURLToPath(new URL("../../seeds", import.meta.url));

const READERS: Readonly<Record<string, (text: string) => GraphRecords | Promise<GraphRecords>>> = {
  graphml: readGraphml,
  jsonld: readJsonLd,
};

describe.each(Object.entries(READERS))("a graph written as %s and read by others", (format, read) => {
  const again = async (records: GraphRecords): Promise<GraphRecords> => {
    const { nodes, edges } = await read(await asFile(format, contentOfRecords(records)));
    return { nodes, edges };
  };

  it("has the same records, with everything that the fixture has", async () => {
    const records = fixtureRecords();
    expect(await again(records)).toEqual(records);
  });

  it("has the same records where they are made up, and their texts odd", async () => {
    const made = fc.oneof(recordsArbitrary(ontology), recordsArbitrary(ontology).map(odd));
    await fc.assert(
      fc.asyncProperty(made, async (records) => {
        expect(await again(records)).toEqual(records);
      }),
      { numRuns: 50 },
    );
  });

  it("has the same records of the dossiers", async () => {
    const { records } = await compileDossiers(seeds, ontology);
    expect(records.edges.length).toBeGreaterThan(500);
    expect(await again(records)).toEqual(records);
  });
});
