import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

import { canonicalJson } from "../../../src/graph/canonical.js";
import { buildGraph } from "../../../src/graph/graph.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../../src/graph/record.js";
import { compareText } from "../../../src/graph/text.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { compileSeeds } from "../../queries/seeds.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { type Row, asker } from "./database.js";

const README = fileURLToPath(new URL("../../../README.md", import.meta.url));
const text = await readFile(README, "utf8");
const questions = Array.from(text.matchAll(/^```cypher\n\/\/ (.+)\n([^]*?)^```/gm), ([, title = "", cypher = ""]) => ({
  title,
  cypher,
}));
const { compiled, ontology } = await compileSeeds();
const answers = answersOf(compiled.records);

describeNeo4j("the questions for Neo4j Browser in README", (connectAgain) => {
  let connection: Connection;
  const ask = asker(() => connection);

  beforeAll(async () => {
    connection = await connectAgain();
    await loadGraph(connection, buildGraph(compiled.records, ontology));
  });
  afterAll(() => connection.driver.close());

  test("are the five whose answers are known", () => {
    expect(questions.map(({ title }) => title)).toEqual(Object.keys(answers));
  });

  test.for(questions)("$title", async ({ title, cypher }) => {
    const rows = await ask(cypher);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(answers[title]?.rows);
    expect(rows).toContainEqual(answers[title]?.known);
  });
});

/** The whole answer as it follows from the dossiers, and one row of it as it stands in the sources. */
function answersOf({
  nodes,
  edges,
}: GraphRecords): Readonly<Record<string, { readonly rows: Row[]; readonly known: Row }>> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const node = (id: string): NodeRecord => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`no node ${id}`);
    return found;
  };
  const name = (id: string): unknown => node(id).properties["name"];
  const ofType = (type: string): readonly EdgeRecord[] => edges.filter((edge) => edge.type === type);
  const by =
    (...columns: readonly string[]) =>
    (a: Row, b: Row): number =>
      columns.map((column) => compareText(String(a[column]), String(b[column]))).find((order) => order !== 0) ?? 0;

  const draft = nodes.find(({ properties }) => properties["draftSymbol"] === "S/2024/255")?.id;
  const votes = new Set(
    ofType("ON")
      .filter(({ object }) => object === draft)
      .map(({ subject }) => subject),
  );
  return {
    "Who vetoed which draft, and when?": {
      rows: ofType("VETOED")
        .map(({ subject, object, date }) => ({
          state: name(subject),
          draft: node(object).properties["draftSymbol"],
          date,
        }))
        .sort(by("date", "state")),
      known: { state: "China", draft: "S/2022/431", date: "2022-05-26" },
    },
    "Who stands in the way of the referral to the court, or may, and which source says so?": {
      rows: ofType("BLOCKED")
        .filter(({ object }) => object === "referral-of-north-korea-to-the-icc")
        .map(({ subject, properties, modality, evidence }) => ({
          ...{ who: name(subject), form: properties["form"], modality },
          sources: evidence.map(({ source }) => source),
        }))
        .sort(by("who")),
      known: { who: "China", form: "VETO", modality: "POSSIBLE", sources: ["north-korea-lacks-allies"] },
    },
    "How did whom vote on the draft that ended the panel of experts?": {
      rows: ofType("CAST")
        .filter(({ object }) => votes.has(object))
        .map(({ subject, properties }) => ({
          state: node(subject).properties["iso3"],
          position: properties["position"],
        }))
        .sort(by("state")),
      known: { state: "RUS", position: "NO" },
    },
    "What is only possible, planned or expected, according to one article?": {
      rows: edges
        .filter(
          ({ modality, evidence }) =>
            modality !== "ACTUAL" && evidence.some(({ source }) => source === "north-korea-lacks-allies"),
        )
        .map(({ subject, type, modality, object }) => ({
          subject: name(subject),
          does: type,
          modality,
          object: name(object),
        })),
      known: expect.objectContaining({ subject: "China", does: "BLOCKED", modality: "POSSIBLE" }) as Row,
    },
    "Of what are there rival values, and which do the editors prefer?": {
      rows: nodes.flatMap(({ id, claims }) =>
        claims.map(({ property, value, rank }) => ({ id, property, value: canonicalJson(value), rank })),
      ),
      known: expect.objectContaining({ rank: "PREFERRED" }) as Row,
    },
  };
}
