import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { graphql } from "graphql";

import { createApi } from "../src/api/api.js";
import { memoryEngine } from "../src/engine/memory/engine.js";
import { readSnapshot, writeSnapshot } from "../src/graph/file.js";
import { buildGraph } from "../src/graph/graph.js";
import { ontologyPath } from "../src/ontology/default.js";
import { loadOntology } from "../src/ontology/load.js";
import { recordFolder, requireCompiled } from "./bench/data.js";
import { benchLoad } from "./bench/load.js";
import { measure, measureCold, show } from "./bench/measure.js";
import type { Timing } from "./bench/measure.js";
import { benchRecord } from "./bench/record.js";
import { assembly } from "./bench/votes.js";

const HELP = `npm run bench [-- VOTES | load [VOTES] | load record [FOLDER] | record [FOLDER]]

Times the embedded engine on a made-up assembly of 193 states, once with VOTES votes (500) and once with ten times as many, in one run on
this machine: building, writing and reading the snapshot, a lookup, a two-hop question and a grouped one through the GraphQL schema. The
last column is the ratio of the medians. Times vary from machine to machine and run to run; ratios vary less.

\`load\` times the compiled program as it loads VOTES votes (5155, a million edges), or the official record, into an empty Neo4j that is started with
Java and Maven: for the first time, again unchanged, and with a hundredth of the votes changed; and a replica as it copies them, notices the
change and swaps, with its memory.

\`record\` measures the whole official record as the compiled program imports and serves it, each figure beside its limit, and lookups on ten
times as much: FOLDER (or BENCH_DATA, or ../shared/data) holds the official files. On a machine that does something else, times say little.`;

const QUESTIONS: Readonly<Record<string, string>> = {
  "lookup by key": `query ($n: String!) { state(m49: $n) { name } }`,
  "two hops, 25 × 10": `query ($n: String!) { state(m49: $n) { cast { totalCount edges { position node { name castBy(first: 10) { nodes { name } } } } } } }`,
  "filter, order, count": `query ($n: String!) { state(m49: $n) { cast(edge: { position: { eq: NO } }, orderBy: [{ edge: DATE, direction: DESC }], first: 10) { totalCount nodes { name } } } }`,
  "grouped by year": `query ($n: String!) { state(m49: $n) { cast { groupBy(by: [{ edge: DATE, year: true }, { edge: POSITION }], first: 500) { totalCount } } } }`,
};

const [argument = "500", ...more] = process.argv.slice(2);
const NUMBER = /^[1-9]\d*$/;
if (argument === "load" && (more[0] === "record" || NUMBER.test(more[0] ?? "1"))) {
  await requireCompiled();
  await benchLoad(more[0] === "record" ? { data: await recordFolder(more[1]) } : { votes: Number(more[0] ?? 5155) });
  process.exit(0);
}
if (argument === "record") {
  await benchRecord(await loadOntology(ontologyPath), await recordFolder(more[0]));
  process.exit(0);
}
if (!NUMBER.test(argument)) {
  console.log(HELP);
  process.exit(argument === "--help" ? 0 : 2);
}
const votes = Number(argument);
const ontology = await loadOntology(ontologyPath);
const { schema } = createApi(ontology);
const small = await timings(votes);
const large = await timings(votes * 10);
console.log(`\n${"".padEnd(24)}${`${votes} votes`.padEnd(30)}${`${votes * 10} votes`.padEnd(30)}ratio`);
for (const [name, timing] of small) {
  const other = large.get(name) ?? timing;
  const ratio = (other.median / timing.median).toFixed(2);
  console.log(`${name.padEnd(24)}${show(timing).padEnd(30)}${show(other).padEnd(30)}${ratio}`);
}

async function timings(size: number): Promise<ReadonlyMap<string, Timing>> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-bench-"));
  try {
    const file = join(folder, "graph.plenary");
    const found = new Map<string, Timing>();
    const records = assembly(size);
    console.log(`${size} votes: ${records.edges.length} edges`);
    found.set("build", await measureCold(1, () => buildGraph(records, ontology)));
    const built = buildGraph(records, ontology);
    found.set("write", await measureCold(3, () => writeSnapshot(file, built, { dossiers: "bench" })));
    found.set("read", await measureCold(3, () => readSnapshot(file, ontology)));
    console.log(`${size} votes: ${(await stat(file)).size} bytes`);
    const engine = memoryEngine((await readSnapshot(file, ontology)).graph, ontology);
    for (const [name, source] of Object.entries(QUESTIONS)) {
      found.set(name, await measure(30, (run) => answer(source, run)));
    }
    return found;

    async function answer(source: string, run: number): Promise<void> {
      const session = await engine.session({ deadline: Date.now() + 60_000, edges: 100_000_000 });
      const variableValues = { n: String((run * 37) % 193).padStart(6, "0") };
      const { errors } = await graphql({ schema, source, variableValues, contextValue: { session, engine } });
      await session.close();
      if (errors?.[0] !== undefined) throw errors[0];
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
