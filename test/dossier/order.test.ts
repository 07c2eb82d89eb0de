import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";

import { compileDossiers } from "../../src/dossier/compile.js";
import { formatProblem } from "../../src/dossier/problem.js";
import { snapshotId } from "../../src/graph/canonical.js";
import { ontology, writeFiles } from "./support.js";

interface Item {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly object[];
  readonly claims: readonly object[];
  readonly evidence: readonly object[];
  readonly relations: readonly object[];
}

const ids = ["a", "b", "c", "d", "e", "f"];

const evidences = fc.array(
  fc.record(
    {
      source: fc.constantFrom("s1", "s2"),
      paragraph: fc.integer({ min: 1, max: 12 }),
      quote: fc.constantFrom("x", "y z"),
    },
    { requiredKeys: ["source", "paragraph"] },
  ),
  { minLength: 1, maxLength: 3 },
);

const relations = fc.oneof(
  fc.record({
    // Two relationships, one of them symmetric, whose accounts never contradict each other: they agree but for the date's precision.
    end: fc.tuple(fc.constantFrom("HAS_RELATIONS_WITH", "CRITICIZED"), fc.constantFrom(...ids)),
    date: fc.constantFrom(undefined, "2014", "2014-02", "2014-02-17"),
    evidence: evidences,
  }),
);

const items: fc.Arbitrary<readonly Item[]> = fc.tuple(
  ...ids.map((id) =>
    fc.record({
      id: fc.constant(id),
      type: fc.constant("State"),
      name: fc.string({ minLength: 1, maxLength: 8 }).map((name) => `N${name}`),
      aliases: fc.array(
        fc.record({ text: fc.constantFrom("P", "Q"), kind: fc.constantFrom("NAME", "ACRONYM"), evidence: evidences }),
        { maxLength: 3 },
      ),
      claims: fc.array(
        fc.record({
          property: fc.constantFrom("name", "iso3"),
          value: fc.constantFrom("V", "W"),
          rank: fc.constantFrom("NORMAL", "DEPRECATED"),
          evidence: evidences,
        }),
        { maxLength: 3 },
      ),
      evidence: evidences,
      relations: fc.array(
        relations.map(({ end: [type, object], ...rest }) => ({ [type]: object, ...rest })),
        { maxLength: 4 },
      ),
    }),
  ),
);

const sources = ["s1", "s2"].map((id) => ({ id, type: "Source", name: id }));

async function idOf(files: Readonly<Record<string, readonly object[]>>): Promise<string> {
  const written = Object.entries(files).map(([name, content]) => [name, stringify(content)] as const);
  const { records, problems } = await compileDossiers(await writeFiles(Object.fromEntries(written)), ontology);
  // `iso3` values may meet by chance; they do so however the files are arranged.
  const others = problems.filter(({ message }) => !message.includes("it is unique to one"));
  expect(others.map((problem) => formatProblem(problem))).toEqual([]);
  return snapshotId(records);
}

test("neither the names and order of files nor that of nodes in them change the snapshot", async () => {
  await fc.assert(
    fc.asyncProperty(
      items,
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      fc.array(fc.constantFrom("a/x.yaml", "b.yml", "c/d/e.yaml"), { minLength: 6, maxLength: 6 }),
      async (nodes, order, places) => {
        const spread: Record<string, object[]> = { "z/sources.yaml": sources };
        for (const index of order) {
          const node = nodes[index];
          const place = places[index];
          if (node !== undefined && place !== undefined) (spread[place] ??= []).push(node);
        }
        expect(await idOf(spread)).toBe(await idOf({ "all.yaml": [...sources, ...nodes] }));
      },
    ),
    { numRuns: 60 },
  );
});

test("neither does dividing a node into a definition and extensions of it", async () => {
  await fc.assert(
    fc.asyncProperty(items, fc.array(fc.nat(2), { minLength: 1, maxLength: 30 }), async (nodes, dice) => {
      let throws = 0;
      const share = <T>(list: readonly T[]): readonly (readonly T[])[] => {
        const shares: T[][] = [[], [], []];
        for (const item of list) shares[dice[throws++ % dice.length] ?? 0]?.push(item);
        return shares;
      };
      const parts = nodes.map(({ id, type, name, aliases, claims, evidence, relations: edges }) => {
        const [a, c, r] = [share(aliases), share(claims), share(edges)];
        const added = (i: number): object => ({ aliases: a[i], claims: c[i], relations: r[i] });
        return [
          { id, type, name, evidence, ...added(0) },
          { extends: id, ...added(1) },
          { extends: id, ...added(2) },
        ];
      });
      const file = (index: number): object[] => parts.flatMap((part) => part[index] ?? []);
      const divided = { "b.yaml": [...sources, ...file(0)], "a.yaml": file(1), "c.yaml": file(2) };
      expect(await idOf(divided)).toBe(await idOf({ "all.yaml": [...sources, ...nodes] }));
    }),
    { numRuns: 60 },
  );
});
