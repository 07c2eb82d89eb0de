import { access, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { graphql } from "graphql";
import type { GraphQLSchema } from "graphql";

import { createApi } from "../../src/api/api.js";
import { hashDossiers } from "../../src/dossier/hash.js";
import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { readSnapshot, writeSnapshot } from "../../src/graph/file.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { Ontology } from "../../src/ontology/model.js";
import { measure, measureCold, show } from "./measure.js";
import type { Timing } from "./measure.js";
import { coldStart, isCompiled } from "./server-process.js";
import { unVotes } from "./un-votes.js";

/** So many times the real roll calls make the larger graph. */
const LARGER = 10;
const REPEATS = 3;
const RUNS = 60;

const STATES = ["united-states", "russia", "france", "india", "brazil", "ghana", "japan"];

/** What is asked of both graphs, with a state for `$id`; of how much there is, each shows the same. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "lookup by id": `query ($id: ID!) { state(id: $id) { name evidence { row } } }`,
  "lookup by key": `query ($id: ID!) { node(id: $id) { id } states(where: { id: { eq: $id } }) { nodes { name } } }`,
  "two hops, 25 × 10": `query ($id: ID!) { state(id: $id) { cast(first: 25) { edges { position node { name castBy(first: 10) { nodes { name } } } } } } }`,
};

/** What is asked of the real record alone: agreement over all years. */
const AGREEMENT: Readonly<Record<string, string>> = {
  "agreement of two": `query ($id: ID!) { agreement(of: $id, with: { id: { eq: "china" } }) { nodes { shared same partly opposite score } } }`,
  "… with its votes": `query ($id: ID!) { agreement(of: $id, with: { id: { eq: "china" } }) { nodes { score pairs { of with count } years { year score } matches(figure: OPPOSITE) { totalCount nodes { id } } } } }`,
  "agreement of all": `query ($id: ID!) { agreement(of: $id, least: 100, first: 1000) { nodes { with { name } shared score } } }`,
};

/** Measures the record of roll calls at its real size, and ten times as large. Returns the exit code. */
export async function benchRecord(ontology: Ontology, given: string | undefined): Promise<number> {
  const data = given ?? process.env["BENCH_DATA"] ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
  const votes = join(data, "unga-votes-unvotes");
  if (!(await exists(join(votes, "un_votes.csv")))) {
    console.error(
      `There is no ${votes}/un_votes.csv. Name the folder of the official files: npm run bench -- record FOLDER`,
    );
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), "plenary-bench-"));
  try {
    const { schema } = createApi(ontology);
    const real = await size(folder, votes, ontology, schema, 1);
    await serve(real.file, folder);
    const larger = await size(folder, votes, ontology, schema, LARGER);
    for (const [name, timing] of real.timings) {
      const other = larger.timings.get(name);
      const ratio =
        other === undefined ? "" : ` at ${LARGER}×: ${show(other)}, ratio ${(other.median / timing.median).toFixed(2)}`;
      console.log(`${name.padEnd(20)}${show(timing)}${ratio}`);
    }
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Size {
  readonly file: string;
  readonly timings: ReadonlyMap<string, Timing>;
}

async function size(
  folder: string,
  votes: string,
  ontology: Ontology,
  schema: GraphQLSchema,
  copies: number,
): Promise<Size> {
  const file = join(folder, `record-${copies}.plenary`);
  const seeds = await seedsFolder(folder);
  const timings = new Map<string, Timing>();
  const build = async (): Promise<void> => {
    await writeSnapshot(file, buildGraph(await unVotes(votes, copies), ontology), {
      dossiers: await hashDossiers(seeds),
    });
  };
  timings.set("build and write", await measureCold(copies === 1 ? REPEATS : 1, build));
  const peak = process.resourceUsage().maxRSS / 1000;
  timings.set("load", await measureCold(REPEATS, () => readSnapshot(file, ontology)));
  const { graph } = await readSnapshot(file, ontology);
  const megabytes = (await stat(file)).size / 1e6;
  console.log(
    `${graph.edges.count} edges: snapshot of ${megabytes.toFixed(1)} MB, built within ${peak.toFixed(0)} MB resident`,
  );
  const engine = memoryEngine(graph, ontology);
  const questions = copies === 1 ? { ...QUESTIONS, ...AGREEMENT } : QUESTIONS;
  for (const [name, source] of Object.entries(questions)) {
    timings.set(name, await measure(RUNS, (run) => answer(schema, engine, source, STATES[run % STATES.length] ?? "")));
  }
  return { file, timings };
}

/** Starts the real server on the snapshot a few times. */
async function serve(snapshot: string, folder: string): Promise<void> {
  if (!(await isCompiled())) {
    console.log("cold start: not measured, for nothing is compiled; run `npm run build:code` first");
    return;
  }
  const seeds = await seedsFolder(folder);
  const residents: (number | null)[] = [];
  const timing = await measureCold(REPEATS, async () => {
    const question = `{ state(id: "france") { name cast(last: 1) { totalCount } } agreement(of: "france", first: 1) { nodes { score } } }`;
    residents.push((await coldStart(snapshot, seeds, question)).resident);
  });
  const resident = residents.map((megabytes) => megabytes?.toFixed(0) ?? "unknown").join(", ");
  console.log(`cold start to first answer: ${show(timing)}, with ${resident} MB resident`);
}

async function answer(schema: GraphQLSchema, engine: Engine, source: string, id: string): Promise<void> {
  const session = await engine.session({ deadline: Date.now() + 60_000, edges: 100_000_000 });
  const { errors } = await graphql({ schema, source, variableValues: { id }, contextValue: { session, engine } });
  await session.close();
  if (errors?.[0] !== undefined) throw errors[0];
}

/** A folder without dossiers: the server serves a snapshot as long as the dossiers are what it was made from. */
async function seedsFolder(folder: string): Promise<string> {
  const seeds = join(folder, "seeds");
  await mkdir(seeds, { recursive: true });
  return seeds;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
