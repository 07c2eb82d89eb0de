import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

import { applyRules } from "../../src/domain/rules.js";
import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { EdgeRecord, RecordStream } from "../../src/graph/record.js";
import { sortRecords } from "../../src/graph/sort-records.js";
import type { Ontology } from "../../src/ontology/model.js";
import { readGoldens } from "../queries/run.js";
import { ask } from "../support/ask.js";
import {
  agreementByYear,
  agreementOf,
  computeAnswers,
  listed,
  movesBetween,
  opposedVotes,
  seriesOnNorthKorea,
  vetoesByMember,
  votesOf,
} from "./questions.js";
import type { Answers, Organ } from "./questions.js";
import { buildRecord, computeFigures, hasFiles } from "./record.js";
import type { Figures } from "./record.js";

const present = await hasFiles();
if (!present) console.warn("the full record is not tested: the official files are not at ../shared/data");

const goldens = await readGoldens(fileURLToPath(new URL(".", import.meta.url)));

describe.skipIf(!present)("the full record", { timeout: 120_000 }, () => {
  let engine: Engine;
  let ontology: Ontology;
  let records: RecordStream;
  let figures: Figures | null;
  let answers: Answers | null;

  beforeAll(async () => {
    [{ records, ontology }, figures, answers] = await Promise.all([buildRecord(), computeFigures(), computeAnswers()]);
    engine = memoryEngine(buildGraph(records, ontology), ontology);
  }, 600_000);

  /** The `data` of an answer. */
  async function data(query: string): Promise<unknown> {
    return ((await ask(engine, ontology, query)) as { readonly data: unknown }).data;
  }

  /** Sorted by id. */
  function edgesThat(fit: (edge: EdgeRecord) => boolean): readonly EdgeRecord[] {
    const found: EdgeRecord[] = [];
    for (const edge of records.edges) if (fit(edge)) found.push(edge);
    return sortRecords({ nodes: [], edges: found }).edges;
  }

  test.each(goldens)("answers from the files: $name", async ({ query, expected }) => {
    expect(await ask(engine, ontology, query)).toEqual(expected);
  });

  test("has as many vetoes of each member in each decade as a count over the files", async ({ skip }) => {
    if (figures === null) return skip("python3 is not installed");
    const counts: Record<string, Record<string, number>> = {};
    for (const [member, decades] of Object.entries(figures.vetoes)) {
      const fields = Object.keys(decades).map(
        (decade) =>
          `d${decade}: vetoed(edge: { date: { gte: "${decade}", lte: "${decade.slice(0, 3)}9" } }) { totalCount }`,
      );
      const answer = (await data(
        `{ states(where: { name: { eq: "${member}" } }) { nodes { all: vetoed { totalCount } ${fields.join(" ")} } } }`,
      )) as {
        readonly states: { readonly nodes: readonly Readonly<Record<string, { readonly totalCount: number }>>[] };
      };
      const { all, ...byDecade } = answer.states.nodes[0] ?? {};
      counts[member] = Object.fromEntries(
        Object.entries(byDecade).map(([name, { totalCount }]) => [name.slice(1), totalCount]),
      );
      expect(all?.totalCount).toBe(Object.values(decades).reduce((sum, count) => sum + count, 0));
    }
    expect(counts).toEqual(figures.vetoes);
  });

  test("has each session's and each year's resolutions by manner of adoption, as a count over the files", async ({
    skip,
  }) => {
    if (figures === null) return skip("python3 is not installed");
    const counted: Record<string, Record<string, Record<string, number>>> = {};
    for (const [organ, parts] of Object.entries(figures.adoptions)) {
      counted[organ] = {};
      for (const [part, manners] of Object.entries(parts)) {
        const fields = Object.keys(manners).map(
          (manner) =>
            `${manner}: resolutions(where: { and: [${symbolsOf(organ, part)}, { adoptionType: { eq: ${manner} } }, { adoptedBy: { edge: { source: { eq: "${SOURCES[organ] ?? ""}" } }, count: { gte: 1 } } }] }) { totalCount }`,
        );
        const answer = (await data(`{ ${fields.join(" ")} }`)) as Readonly<
          Record<string, { readonly totalCount: number }>
        >;
        counted[organ][part] = Object.fromEntries(
          Object.entries(answer).map(([manner, it]) => [manner, it.totalCount]),
        );
      }
    }
    expect(counted).toEqual(figures.adoptions);
  });

  test("has the result of every vote as the lists of the files give it", async ({ skip }) => {
    if (figures === null) return skip("python3 is not installed");
    const symbols = Object.keys(figures.tallies);
    const found: Record<string, readonly (readonly (number | undefined)[])[]> = {};
    for (let at = 0; at < symbols.length; at += 500) {
      const wanted = JSON.stringify(symbols.slice(at, at + 500));
      const answer = (await data(
        `{ resolutions(first: 1000, where: { symbol: { in: ${wanted} } }) { nodes { symbol date votes(where: { kind: { eq: SUBSTANTIVE } }) { nodes { date tally { yes no abstain } } } } } }`,
      )) as VotesAnswer;
      for (const { symbol, date, votes } of answer.resolutions.nodes) {
        found[symbol] = votes.nodes
          .filter((vote) => vote.date === date)
          .map(({ tally }) => [tally?.yes, tally?.no, tally?.abstain]);
      }
    }
    const differing = Object.entries(figures.tallies).filter(
      ([symbol, tally]) => JSON.stringify(found[symbol]) !== JSON.stringify([tally]),
    );
    expect(differing.map(([symbol, tally]) => ({ symbol, tally, found: found[symbol] }))).toEqual([]);
    expect(symbols.length).toBeGreaterThan(1900);
  });

  test("has as many abstentions of each permanent member on what the Council adopted", async ({ skip }) => {
    if (figures === null) return skip("python3 is not installed");
    const answer = (await data(
      `{ states(where: { memberOf: { edge: { kind: { eq: "permanent member" } }, some: { id: { eq: "un-security-council" } } } }) {
        nodes { name cast(edge: { position: { eq: ABSTAIN } }, where: { on: { some: { adoptedBy: { some: { id: { eq: "un-security-council" } } } } } }) { totalCount } } } }`,
    )) as {
      readonly states: {
        readonly nodes: readonly { readonly name: string; readonly cast: { readonly totalCount: number } }[];
      };
    };
    const counts = Object.fromEntries(answer.states.nodes.map(({ name, cast }) => [name, cast.totalCount]));
    expect(counts).toEqual(figures.abstentions);
  });

  test.for([
    // Beside those of which somebody's position is known: a result without names in each register, and a vote that only an article tells of.
    ["assembly", 1],
    ["security", 2],
    ["rights", 0],
  ] as const satisfies readonly (readonly [Organ, number])[])(
    "finds every vote of the files by the body that took it: %s",
    async ([organ, others], { skip }) => {
      if (answers === null) return skip("python3 is not installed");
      const known = answers.votes[organ];
      expect(await votesOf(data, organ)).toEqual({ known, all: known + others });
    },
  );

  test("says of every vote which one body took it", async () => {
    const answer = (await data(
      `{ none: votes(where: { takenBy: { none: {} } }) { totalCount } votes { totalCount } links(where: { type: { eq: TAKEN_BY } }) { totalCount } }`,
    )) as Readonly<Record<string, { readonly totalCount: number }>>;
    expect(answer["none"]?.totalCount).toBe(0);
    expect(answer["links"]?.totalCount).toBe(answer["votes"]?.totalCount);
  });

  test.for(["assembly", "security", "rights"] as const satisfies readonly Organ[])(
    "has the agreement of each state with all others in the files of the organ: %s",
    async (organ, { skip }) => {
      if (answers === null) return skip("python3 is not installed");
      const found: Record<string, unknown> = {};
      for (const state of Object.keys(answers.agreement[organ])) found[state] = await agreementOf(data, organ, state);
      expect(found).toEqual(answers.agreement[organ]);
    },
  );

  test("has the agreement of two states year by year as the files give it", async ({ skip }) => {
    if (answers === null) return skip("python3 is not installed");
    expect(await agreementByYear(data)).toEqual(answers.years);
    expect(Object.keys(answers.years).length).toBeGreaterThan(70);
  });

  test("lists exactly the votes in which two states took opposite sides, with both positions", async ({ skip }) => {
    if (answers === null) return skip("python3 is not installed");
    const { votes, counts } = await opposedVotes(data);
    expect(votes).toEqual(answers.opposed);
    expect([...counts]).toEqual([votes.length]);
    expect(votes.length).toBeGreaterThan(100);
  });

  test("tells who moved across a series of resolutions, and who voted both ways in it", async ({ skip }) => {
    if (answers === null) return skip("python3 is not installed");
    const { votes, both } = await seriesOnNorthKorea(data);
    expect(votes.map(({ date }) => date)).toEqual(answers.series.map(({ date }) => date));
    expect(both).toEqual(Object.keys(answers.bothWays));
    const [first, last] = [votes.at(0), votes.at(-1)];
    expect(await movesBetween(data, first?.id ?? "", last?.id ?? "")).toEqual(answers.moves);
  });

  test("has each veto with its day, its draft and its company as the files do", async ({ skip }) => {
    if (answers === null) return skip("python3 is not installed");
    const stated = Object.entries(answers.vetoes).map(([member, vetoes]) => [member, listed(vetoes)]);
    expect(await vetoesByMember(data)).toEqual(Object.fromEntries(stated));
  });

  test("derives from the votes just the vetoes that the texts state, draft by draft", ({ skip }) => {
    if (figures === null) return skip("python3 is not installed");
    const drafts = new Map(
      records.nodes.flatMap((node) =>
        typeof node.properties["draftSymbol"] === "string" ? [[node.properties["draftSymbol"], node.id]] : [],
      ),
    );
    const judged = new Set(figures.drafts.map(({ symbol }) => drafts.get(symbol)));
    const votes = new Set(
      edgesThat((edge) => edge.type === "ON" && judged.has(edge.object)).map((edge) => edge.subject),
    );
    const vetoed = (edge: EdgeRecord): boolean => edge.type === "VETOED" && judged.has(edge.object);
    const stated = edgesThat(vetoed);
    const others = edgesThat((edge) => (edge.type === "CAST" ? votes.has(edge.object) : !vetoed(edge)));
    const derived = applyRules({ nodes: records.nodes, edges: others }, ontology).records.edges.filter(
      (edge) => edge.type === "VETOED" && edge.derivedFrom !== undefined,
    );
    expect(derived.map(({ id, date }) => [id, date])).toEqual(stated.map(({ id, date }) => [id, date]));
    expect(stated).toHaveLength(figures.drafts.flatMap(({ byWords }) => byWords).length);
    expect(figures.drafts.filter(({ byWords, byVotes }) => byWords.join() !== byVotes.join())).toEqual([]);
  });
});

interface VotesAnswer {
  readonly resolutions: {
    readonly nodes: readonly {
      readonly symbol: string;
      readonly date: string;
      readonly votes: {
        readonly nodes: readonly {
          readonly date: string;
          readonly tally: { readonly yes: number; readonly no: number; readonly abstain: number } | null;
        }[];
      };
    }[];
  };
}

/** What the figures are computed from: the roll calls know some of these texts as well, and others. */
const SOURCES: Readonly<Record<string, string>> = {
  assembly: "un-ga-resolutions",
  security: "un-sc-resolutions",
  rights: "un-hrc-resolutions",
};

/** A filter for the resolutions of one session or year, whose symbols say so. */
function symbolsOf(organ: string, part: string): string {
  if (organ === "assembly") return `{ symbol: { startsWith: "A/RES/${part}/" } }`;
  if (organ === "rights") return `{ symbol: { startsWith: "A/HRC/RES/${part}/" } }`;
  return `{ symbol: { startsWith: "S/RES/" } }, { symbol: { contains: "(${part})" } }`;
}
