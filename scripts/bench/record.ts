import { mkdtemp, rm, stat } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";

import { graphql } from "graphql";
import type { GraphQLSchema } from "graphql";

import { createApi } from "../../src/api/api.js";
import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { readSnapshot, writeSnapshot } from "../../src/graph/file.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { Ontology } from "../../src/ontology/model.js";
import { copies } from "./copies.js";
import { runImport } from "./import-process.js";
import { measure, measureCold, show } from "./measure.js";
import type { Timing } from "./measure.js";
import { coldStart } from "./server-process.js";

/** So many times the real record make the larger graph. */
const LARGER = 10;
const REPEATS = 5;
const RUNS = 60;

/** What the record may take: milliseconds, megabytes resident, and how much slower the larger graph may answer. */
const LIMITS = { import: 10_000, load: 1_000, resident: 350, cold: 2_000, ratio: 1.5, two: 20, all: 250 };

const STATES = ["USA", "RUS", "FRA", "IND", "BRA", "GHA", "JPN"];

/** Asked of both graphs, with a state for `$key`; of how much there is, each shows the same. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "lookup by key": `query ($key: String!) { state(iso3: $key) { name } }`,
  "lookup with its evidence": `query ($key: String!) { state(iso3: $key) { name aliases { text } evidence { citation } } }`,
  "two hops, 25 × 10": `query ($key: String!) { state(iso3: $key) { cast(first: 25) { edges { position node { name castBy(first: 10) { nodes { name } } } } } } }`,
};

/** Asked of the real record alone, with how long each may take: agreement over all years. */
const AGREEMENT: Readonly<Record<string, { readonly query: string; readonly limit: number }>> = {
  "agreement of two": {
    query: `query ($id: ID!) { agreement(of: $id, with: { id: { eq: "china" } }) { nodes { shared same partly opposite score } } }`,
    limit: LIMITS.two,
  },
  "… year by year, with votes": {
    query: `query ($id: ID!) { agreement(of: $id, with: { id: { eq: "china" } }) { nodes { score years { year score } matches(figure: OPPOSITE) { totalCount nodes { id } } } } }`,
    limit: LIMITS.two,
  },
  "agreement of one with all": {
    query: `query ($id: ID!) { agreement(of: $id, first: 1000) { nodes { with { name } shared score } } }`,
    limit: LIMITS.all,
  },
};
const AGREEING = ["united-states", "russia", "france", "india", "brazil", "ghana", "japan"];

const FIRST_QUESTION = `{ state(iso3: "FRA") { name cast(last: 1) { totalCount } } agreement(of: "france", first: 1) { nodes { score } } }`;

/** Measures the record of all official files as the program imports and serves it, and ten times as much. */
export async function benchRecord(ontology: Ontology, data: string): Promise<void> {
  console.log(
    `load of this machine before: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(", ")}`,
  );
  const folder = await mkdtemp(join(tmpdir(), "plenary-bench-"));
  try {
    const file = join(folder, "record.plenary");
    await importing(data, file);
    await starting(file);
    const { schema } = createApi(ontology);
    const real = await answering(file, ontology, schema, LIMITS.load);
    for (const [name, { query, limit }] of Object.entries(AGREEMENT)) {
      const work = (run: number): Promise<void> => answer(schema, real.engine, query, { id: pick(AGREEING, run) });
      tell(name, await measure(RUNS, work), limit);
    }
    const larger = await answering(await enlarge(file, folder, ontology), ontology, schema, null);
    for (const [name, timing] of real.timings) compare(name, timing, larger.timings.get(name) ?? timing);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importing(data: string, file: string): Promise<void> {
  const peaks: (number | null)[] = [];
  tell(
    "import",
    await measureCold(REPEATS, async () => peaks.push((await runImport(data, file)).megabytes)),
    LIMITS.import,
  );
  tellMemory("… at most", peaks, null);
  console.log(`snapshot: ${(await stat(file)).size} bytes`);
}

/** Starts the real server on the snapshot a few times. */
async function starting(file: string): Promise<void> {
  const residents: (number | null)[] = [];
  const start = async (): Promise<void> => {
    residents.push((await coldStart(file, FIRST_QUESTION)).resident);
  };
  tell("cold start to first answer", await measureCold(REPEATS, start), LIMITS.cold);
  tellMemory("… resident then", residents, LIMITS.resident);
}

interface Answering {
  readonly engine: Engine;
  readonly timings: ReadonlyMap<string, Timing>;
}

async function answering(
  file: string,
  ontology: Ontology,
  schema: GraphQLSchema,
  limit: number | null,
): Promise<Answering> {
  const loaded = await measureCold(REPEATS, () => readSnapshot(file, ontology));
  const { graph } = await readSnapshot(file, ontology);
  tell(`load ${graph.edges.count} links`, loaded, limit);
  const engine = memoryEngine(graph, ontology);
  const timings = new Map<string, Timing>();
  for (const [name, query] of Object.entries(QUESTIONS)) {
    timings.set(name, await measure(RUNS, (run) => answer(schema, engine, query, { key: pick(STATES, run) })));
  }
  return { engine, timings };
}

/** Builds the larger graph. @returns its file */
async function enlarge(file: string, folder: string, ontology: Ontology): Promise<string> {
  const larger = join(folder, "larger.plenary");
  const began = performance.now();
  const { graph } = await readSnapshot(file, ontology);
  await writeSnapshot(larger, buildGraph(copies(graph, LARGER), ontology), { dossiers: "bench" });
  const seconds = (performance.now() - began) / 1000;
  console.log(`${LARGER} times as much: built in ${seconds.toFixed(0)} s, ${(await stat(larger)).size} bytes`);
  return larger;
}

async function answer(
  schema: GraphQLSchema,
  engine: Engine,
  source: string,
  variableValues: Readonly<Record<string, string>>,
): Promise<void> {
  const session = await engine.session({ deadline: Date.now() + 60_000, edges: 100_000_000 });
  const { errors } = await graphql({ schema, source, variableValues, contextValue: { session, engine } });
  await session.close();
  if (errors?.[0] !== undefined) throw errors[0];
}

function tell(name: string, timing: Timing, limit: number | null): void {
  const bound = limit === null ? "" : `; limit ${limit} ms${verdict(timing.median, limit)}`;
  console.log(`${name.padEnd(28)}${show(timing)}${bound}`);
}

function tellMemory(name: string, measured: readonly (number | null)[], limit: number | null): void {
  const known = measured.filter((megabytes) => megabytes !== null);
  const most = Math.max(...known);
  const bound = limit === null ? "" : `; limit ${limit} MB${verdict(most, limit)}`;
  console.log(`${name.padEnd(28)}${known.map((megabytes) => megabytes.toFixed(0)).join(", ")} MB${bound}`);
}

function compare(name: string, real: Timing, larger: Timing): void {
  const ratio = larger.median / real.median;
  const bound = `ratio ${ratio.toFixed(2)}; limit ${LIMITS.ratio}${verdict(ratio, LIMITS.ratio)}`;
  console.log(`${name.padEnd(28)}${show(real)}, at ${LARGER}×: ${show(larger)}, ${bound}`);
}

function verdict(measured: number, limit: number): string {
  return measured > limit ? ": EXCEEDED" : "";
}

function pick(all: readonly string[], run: number): string {
  return all[run % all.length] ?? "";
}
