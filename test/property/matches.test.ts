import fc from "fast-check";
import { expect, it } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { edgeId } from "../../src/graph/edge-id.js";
import type { EdgeRecord, GraphRecords } from "../../src/graph/record.js";
import { compareText } from "../../src/graph/text.js";
import { RANKS } from "../../src/ontology/model.js";
import type { MatchPlan } from "../../src/plan/match.js";
import { visibilityArbitrary } from "../support/arbitraries.js";
import { run } from "../support/engine.js";
import { STATES, VOTES } from "../support/fixture.js";
import { matchesOf } from "../support/match-oracle.js";
import type { Met } from "../support/match-oracle.js";
import { FIGURES, PAIRS, SCALE, WITH, matches, matchPlan } from "../support/matches.js";
import { compare, first, ref } from "../support/plans.js";
import { fixtureMaterial } from "./support.js";

const { ontology, records: fixture } = await fixtureMaterial();

interface Row {
  readonly with: { readonly id: string };
  readonly score: number | null;
}

/** The fixture with votes cast anew: each state may have several accounts of a vote, of every rank, that differ or agree. */
const records = fc
  .uniqueArray(
    fc.record({
      state: fc.constantFrom(...STATES.slice(0, 4)),
      vote: fc.constantFrom(...VOTES),
      key: fc.constantFrom(undefined, "a", "b"),
      position: fc.constantFrom("YES", "YES", "NO", "ABSTAIN", "ABSENT"),
      rank: fc.constantFrom(...RANKS),
      modality: fc.constantFrom("ACTUAL" as const, "ACTUAL" as const, "ACTUAL" as const, "DENIED" as const),
    }),
    { selector: ({ state, vote, key }) => `${state} ${vote} ${key ?? ""}`, minLength: 12, maxLength: 40, size: "max" },
  )
  .map((cast): GraphRecords => {
    const edges = cast.map(({ state, vote, key, position, rank, modality }): EdgeRecord => {
      const ends = { type: "CAST", subject: state, object: vote, ...(key === undefined ? {} : { key }) };
      const evidence = [{ source: "register", row: 1 }];
      return { id: edgeId(ends), ...ends, modality, rank, properties: { position }, basis: [], evidence };
    });
    return { nodes: fixture.nodes, edges: [...fixture.edges.filter(({ type }) => type !== "CAST"), ...edges] };
  });

/** Compared in so many ways: states by their votes and votes by their states. */
const comparison = fc.constantFrom("subject" as const, "object" as const).chain((end) =>
  fc.record({
    records,
    end: fc.constant(end),
    of: fc.constantFrom(...(end === "subject" ? STATES : VOTES).slice(0, 3)),
    visible: visibilityArbitrary,
    where: end === "subject" ? fc.constantFrom(null, "2012", "2014") : fc.constant(null),
    least: fc.integer({ min: 1, max: 3 }),
    direction: fc.constantFrom("asc" as const, "desc" as const),
  }),
);

it("matches are what looking at every pair of nodes finds", async () => {
  let met = 0;
  await fc.assert(
    fc.asyncProperty(comparison, async ({ records, where, end, ...more }) => {
      const plan = matchPlan({
        ...more,
        end,
        types: end === "subject" ? ["State"] : ["Vote"],
        where: where === null ? null : compare(ref("date", "date"), "lte", where),
        parts: [
          {
            kind: "nodes",
            as: "nodes",
            fields: [
              WITH,
              ...FIGURES,
              PAIRS,
              {
                kind: "years",
                as: "years",
                fields: [{ kind: "value", as: "year", name: "year" }, ...FIGURES, matches()],
              },
              matches(),
              matches({ as: "opposed", figure: "opposite" }),
            ],
          },
        ],
      });
      const found = matchesOf(records, plan, ({ properties: { date } }) =>
        where === null ? true : typeof date === "string" && date.slice(0, 4) <= where,
      );
      const expected = [...found]
        .map(([id, all]) => expectedRow(id, all))
        .filter(({ shared }) => shared >= plan.least)
        .sort((a, b) => byScore(a, b, plan.direction));
      met += expected.length;
      const engine = memoryEngine(buildGraph(records, ontology), ontology);
      expect(await run(engine, plan)).toEqual({ nodes: expected });
    }),
    { numRuns: 300 },
  );
  expect(met).toBeGreaterThan(100);
});

it("walking along pages gives the rows and the matches that one page gives", async () => {
  const engine = memoryEngine(buildGraph(fixture, ontology), ontology);
  const edges = (page: MatchPlan["page"]): MatchPlan =>
    matchPlan({
      page,
      parts: [
        {
          kind: "edges",
          as: "edges",
          fields: [
            { kind: "cursor", as: "cursor" },
            { kind: "self", as: "node", fields: [WITH] },
          ],
        },
      ],
    });
  interface Edges {
    readonly edges: readonly { readonly cursor: MatchPlan["page"]["after"] }[];
  }
  const whole = (await run(engine, edges(first(100)))) as Edges;
  const walked: unknown[] = [];
  for (let after: MatchPlan["page"]["after"] = null; ;) {
    const { edges: page } = (await run(engine, edges(first(2, after)))) as Edges;
    walked.push(...page);
    const [last] = page.slice(-1);
    if (last === undefined) break;
    after = last.cursor;
  }
  expect(walked).toEqual(whole.edges);
  expect(walked.length).toBe(5);
});

function expectedRow(id: string, all: readonly Met[]) {
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => (a ?? 9999) - (b ?? 9999));
  return {
    with: { $type: expect.any(String) as unknown, id },
    ...figures(all),
    pairs: pairs(all),
    years: years.map((year) => {
      const own = all.filter((one) => one.year === year);
      return {
        year,
        ...figures(own),
        matches: expect.objectContaining({ totalCount: figures(own).shared }) as unknown,
      };
    }),
    matches: listed(all.filter((one) => agreement(one) !== undefined)),
    opposed: listed(all.filter((one) => agreement(one) === 0)),
  };
}

function agreement({ values: [of, other] }: Met): number | undefined {
  return SCALE.find((pair) => pair.of === of && pair.with === other)?.agreement;
}

function figures(all: readonly Met[]) {
  const values = all.map(agreement).filter((value) => value !== undefined);
  const count = (value: number): number => values.filter((one) => one === value).length;
  const score = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  return { shared: values.length, same: count(1), partly: count(0.5), opposite: count(0), score };
}

function pairs(all: readonly Met[]) {
  const names = new Set(all.map(({ values }) => JSON.stringify(values)));
  return expect.toSatisfy((found: readonly { of: string | null; with: string | null; count: number }[]) => {
    const counted = found.every(
      ({ of, with: other, count }) =>
        count === all.filter(({ values }) => values[0] === of && values[1] === other).length,
    );
    return counted && found.length === names.size && found.every((one, i) => one.count <= (found[i - 1]?.count ?? 1e9));
  }) as unknown;
}

/** Undated last, by date, then by id: of the fixture's dates, the first day is enough to tell. */
function listed(all: readonly Met[]) {
  const edges = all.map(({ at, edges: [of, other] }) => ({
    at: expect.objectContaining({ id: at }) as unknown,
    of: { id: of },
    with: { id: other },
  }));
  return {
    totalCount: all.length,
    edges: expect.toSatisfy((found: readonly unknown[]) => {
      expect(found).toEqual(expect.arrayContaining(edges));
      return found.length === edges.length;
    }) as unknown,
  };
}

function byScore(a: { score: number | null; with: Row["with"] }, b: typeof a, direction: "asc" | "desc"): number {
  const sign = direction === "asc" ? 1 : -1;
  return sign * ((a.score ?? 0) - (b.score ?? 0)) || compareText(a.with.id, b.with.id);
}
