import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";

import { unVotes } from "../../scripts/bench/un-votes.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import type { Engine } from "../../src/engine/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ask } from "../support/ask.js";

const SCRIPT = fileURLToPath(new URL("../../scripts/verify/agreement.py", import.meta.url));
/** The official files are not part of this repository; they lie beside it where they are at hand. */
const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const VOTES = join(DATA, "unga-votes-unvotes");
const required = process.env["REQUIRE_SHARED"] === "1";

const COUNTRIES = {
  "united-states": "United States",
  russia: "Russia",
  germany: "Germany",
  namibia: "Namibia",
} as const;

interface Figures {
  readonly shared: number;
  readonly same: number;
  readonly partly: number;
  readonly opposite: number;
  readonly score: number;
}
/** What the script counts of a country and another, by the names in the files. */
interface Counted extends Figures {
  readonly pairs: Readonly<Record<string, number>>;
  readonly years: Readonly<Record<string, Figures>>;
  /** The roll calls in which one is for and the other against. */
  readonly opposed: readonly string[];
}
interface Agreement extends Figures {
  readonly with: { readonly name: string };
  readonly pairs: readonly { readonly of: string; readonly with: string; readonly count: number }[];
  readonly years: readonly (Figures & { readonly year: number })[];
}

const present = await Promise.all([access(VOTES), promisify(execFile)("python3", ["--version"])]).then(
  () => true,
  () => false,
);

describe.skipIf(!present && !required)(
  `agreement over all roll calls${present ? "" : " (needs python3 and the official files at ../shared/data)"}`,
  { timeout: 240_000 },
  async () => {
    const ontology = await loadOntology(ontologyPath);
    let engine: Engine;
    let counted: Readonly<Record<string, Readonly<Record<string, Counted>>>>;

    beforeAll(async () => {
      const [records, { stdout }] = await Promise.all([
        unVotes(VOTES, 1),
        promisify(execFile)("python3", ["-B", SCRIPT, DATA, ...Object.values(COUNTRIES)], { maxBuffer: 256e6 }),
      ]);
      counted = JSON.parse(stdout) as typeof counted;
      engine = memoryEngine(buildGraph(records, ontology), ontology);
    }, 240_000);

    async function agreement<T>(query: string): Promise<T> {
      const { data, errors } = (await ask(engine, ontology, query)) as { data: { agreement: T }; errors?: unknown };
      expect(errors).toBeUndefined();
      return data.agreement;
    }

    test.each(Object.entries(COUNTRIES))(
      "of %s with every other state, by position and by year, is what the files give",
      async (id, name) => {
        const figures = "shared same partly opposite score";
        const { nodes } = await agreement<{ nodes: readonly Agreement[] }>(
          `{ agreement(of: "${id}", first: 1000) {
            nodes { with { name } ${figures} pairs { of with count } years { year ${figures} } } } }`,
        );
        const found = nodes.map(({ with: other, pairs, years, ...rest }) => [
          other.name,
          {
            ...rest,
            pairs: Object.fromEntries(pairs.map((pair) => [`${pair.of} ${pair.with}`.toLowerCase(), pair.count])),
            years: Object.fromEntries(years.map(({ year, ...own }) => [year, own])),
          },
        ]);
        const expected = Object.entries(counted[name] ?? {}).map(([other, { opposed: _opposed, ...rest }]) => [
          other,
          rest,
        ]);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
        expect(found.length).toBeGreaterThan(150);
        const scores = nodes.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      },
    );

    test("lists exactly the votes behind a figure, with both positions and where each is recorded", async () => {
      interface Matches {
        readonly nodes: readonly {
          readonly opposite: number;
          readonly matches: {
            readonly totalCount: number;
            readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
            readonly edges: readonly {
              readonly node: { readonly id: string };
              readonly of: { readonly position: string; readonly evidence: readonly { readonly row: number }[] };
              readonly with: { readonly position: string };
            }[];
          };
        }[];
      }
      const votes: string[] = [];
      for (let after: string | null = null; ;) {
        const cursor: string = after === null ? "" : `, after: "${after}"`;
        const { nodes } = await agreement<Matches>(
          `{ agreement(of: "germany", with: { id: { eq: "namibia" } }) { nodes { opposite
            matches(figure: OPPOSITE, first: 60${cursor}) {
              totalCount pageInfo { endCursor hasNextPage }
              edges { node { id } of { position evidence { row } } with { position } } } } } }`,
        );
        const [found] = nodes;
        if (found === undefined) throw new Error("no agreement");
        expect(found.matches.totalCount).toBe(found.opposite);
        for (const { node, of, with: other } of found.matches.edges) {
          expect([of.position, other.position].sort()).toEqual(["NO", "YES"]);
          expect(of.evidence[0]?.row).toBeGreaterThan(1);
          votes.push(node.id.replace("vote-", ""));
        }
        if (!found.matches.pageInfo.hasNextPage) break;
        after = found.matches.pageInfo.endCursor;
      }
      expect(votes.toSorted()).toEqual(counted["Germany"]?.["Namibia"]?.opposed);
      expect(votes.length).toBeGreaterThan(100);
    });
  },
);
