import { parse as parseCsv } from "csv-parse/sync";
import { MultiDirectedGraph, MultiGraph } from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import sax from "sax";
import { describe, expect, it } from "vitest";

import type { NodeRecord } from "../../src/graph/record.js";
import { FORMATS, formatOfFile } from "../../src/export/formats.js";
import { plenaryVersion } from "../../src/version.js";
import { fixtureRecords } from "../support/fixture.js";
import { asFile, chunksOf, contentOfRecords, SNAPSHOT, written } from "./support/content.js";
import { odd } from "./support/odd.js";
import { readGraphml } from "./support/read-graphml.js";
import { readJsonLd } from "./support/read-jsonld.js";

const records = fixtureRecords();
const QUERY = 'query Q { states(where: { name: { eq: "<&>" } }) { nodes { id } } }\n';
const content = contentOfRecords(records, { title: "The result of a query", query: QUERY });
const VERSION = plenaryVersion();

const rowsOf = (text: string): readonly Record<string, string>[] => parseCsv(text, { columns: true });
const nodeWith = (properties: NodeRecord["properties"], id = "one"): NodeRecord => ({
  ...{ id, type: "Statement", aliases: [], basis: [], evidence: [], claims: [] },
  properties: { name: "One", sameAs: [], identified: true, ...properties },
});

async function* forever<T>(record: T | undefined): AsyncGenerator<readonly T[]> {
  if (record === undefined) return;
  for (;;) yield await Promise.resolve(Array.from({ length: 100 }, () => record));
}

describe("every format", () => {
  it.each([...FORMATS.keys()])("%s writes odd texts as UTF-8, in chunks of bounded size", async (format) => {
    const text = "\u{1d504}".repeat(200_000);
    const nodes = [nodeWith({ text })];
    const long = { nodes, edges: records.edges.slice(0, 1).map((edge) => ({ ...edge, properties: { form: text } })) };
    const chunks = await chunksOf(format, contentOfRecords(long));
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
    expect(chunks.length).toBeGreaterThan(5);
    expect(await asFile(format, contentOfRecords(long))).toBe(chunks.join(""));
    const strange = odd(records);
    expect(await asFile(format, contentOfRecords(strange))).toBe(await written(format, contentOfRecords(strange)));
  });

  it.each([...FORMATS.keys()])("%s writes the same bytes for the same graph", async (format) => {
    expect(await written(format, content)).toBe(await written(format, content));
  });

  it.each([...FORMATS.keys()])("%s writes a graph with nothing in it", async (format) => {
    const text = await written(format, contentOfRecords({ nodes: [], edges: [] }));
    if (format === "jsonld") expect(await readJsonLd(text)).toMatchObject({ nodes: [], edges: [] });
    if (format === "graphml") expect(readGraphml(text)).toMatchObject({ nodes: [], edges: [] });
    if (format === "gexf") expect(parseGexf(MultiGraph, text).order).toBe(0);
    if (format.startsWith("csv")) expect(rowsOf(text)).toEqual([]);
  });

  it.each(["graphml", "jsonld", "csv-nodes", "csv-edges", "markdown"])(
    "%s reads no further into a graph than its reader has come",
    async (name) => {
      const [node, edge] = [records.nodes[0], records.edges[0]];
      const endless = contentOfRecords(records, {
        ...(name === "csv-nodes" ? { nodes: () => forever(node) } : {}),
        edges: () => forever(edge),
      });
      let chunks = 0;
      for await (const chunk of FORMATS.get(name)?.write(endless) ?? []) if (chunk !== "" && ++chunks === 3) break;
      expect(chunks).toBe(3);
    },
  );

  it("is known by how the names of its files end", () => {
    for (const format of FORMATS.values())
      expect(formatOfFile(`A.file${format.ending.toUpperCase()}`)?.name).toBe(format.name);
    expect(formatOfFile("graph.csv")).toBeNull();
  });
});

describe("what a file says of itself", () => {
  const about = [SNAPSHOT, "The result of a query", VERSION];

  it("stands in GEXF's description, with the sources and their addresses", async () => {
    const meta = parseGexf(MultiDirectedGraph, await written("gexf", content)).getAttributes();
    expect(meta["creator"]).toBe(`Plenary ${VERSION}`);
    expect(meta["description"]).toContain(SNAPSHOT);
    expect(meta["description"]).toContain(QUERY);
    expect(meta["description"]).toContain("- Register of Votes (2015) <https://register.example/votes>");
  });

  it("stands in the data of GraphML's graph, the sources after it", async () => {
    const text = await written("graphml", content);
    expect(readGraphml(text).about).toMatchObject({
      title: "The result of a query",
      snapshot: SNAPSHOT,
      query: QUERY,
      plenary: VERSION,
    });
    const [, sources = ""] = /<data key="g.sources">(.*)<\/data><\/graph>/.exec(text) ?? [];
    expect(JSON.parse(sources)).toContainEqual({
      id: "register",
      citation: "Register of Votes (2015)",
      url: "https://register.example/votes",
      licence: null,
    });
  });

  it("is a dataset in JSON-LD, derived from a snapshot and based on the sources", async () => {
    const text = await written("jsonld", content);
    for (const part of about) expect(JSON.stringify((await readJsonLd(text)).about)).toContain(part);
    expect(text).toContain(
      '{"@id":"node:register","rdfs:label":"Register of Votes (2015)","schema:url":{"@id":"https://register.example/votes"}}',
    );
  });

  it("stands in every row of CSV", async () => {
    for (const format of ["csv-nodes", "csv-edges"]) {
      for (const row of rowsOf(await written(format, content))) {
        expect(row["snapshot"]).toBe(SNAPSHOT);
        expect(row["export"]).toBe(`Plenary ${VERSION}: The result of a query: ${QUERY.trim()}`);
      }
    }
  });

  it("heads Markdown, with a fence that the query cannot close", async () => {
    const ticks = contentOfRecords(records, { query: 'query { node(id: "```") { id } }' });
    const [head = ""] = (await written("markdown", ticks)).split("## Nodes");
    expect(head).toBe(
      `# The whole graph\n\nSnapshot \`${SNAPSHOT}\` of Plenary ${VERSION}.\n\n\`\`\`\`graphql\nquery { node(id: "\`\`\`") { id } }\n\`\`\`\`\n\n`,
    );
  });
});

describe("GEXF", () => {
  it("has every node and edge with its label, type and dates", async () => {
    const text = await written("gexf", content);
    const graph = parseGexf(MultiDirectedGraph, text);
    expect(graph.nodes().sort()).toEqual(records.nodes.map(({ id }) => id).sort());
    for (const { id, type, properties } of records.nodes) {
      expect(graph.getNodeAttributes(id)).toMatchObject({ type, label: properties["name"] });
    }
    expect(graph.edges().sort()).toEqual(records.edges.map(({ id }) => id).sort());
    for (const { id, type, subject, object, date, from, until } of records.edges) {
      expect(graph.extremities(id)).toEqual([subject, object]);
      const attributes = graph.getEdgeAttributes(id);
      expect(attributes).toMatchObject({ label: type, type });
      expect([attributes["date"], attributes["from"], attributes["until"]]).toEqual([date, from, until]);
    }
  });

  it("puts edges on the timeline for all the days that their dates may mean", async () => {
    const base = records.edges[0];
    if (base === undefined) throw new Error("no edge");
    const edge = (key: string, dates: object) => ({ ...base, id: `${base.id}/${key}`, key, ...dates });
    const edges = [
      edge("a", { date: "2014-02" }),
      edge("b", { from: "2012", until: "2014" }),
      edge("c", { until: "2016-02" }),
      edge("d", {}),
      edge("e", { from: "2015", until: "2014" }),
    ];
    const spans = new Map<string, readonly unknown[]>();
    const parser = sax.parser(true);
    parser.onopentag = ({ name, attributes: { id, start, end } }) => {
      if (name === "edge") spans.set((id as string).slice(-1), [start, end]);
    };
    parser.write(await written("gexf", contentOfRecords({ nodes: records.nodes, edges }))).close();
    expect(Object.fromEntries(spans)).toEqual({
      a: ["2014-02-01", undefined],
      b: ["2012-01-01", "2014-12-31"],
      c: [undefined, "2016-02-29"],
      d: [undefined, undefined],
      e: [undefined, undefined],
    });
  });
});

describe("JSON-LD", () => {
  it("says as a fact only what happened and is not deprecated", async () => {
    const lines = (await written("jsonld", content)).split("\n");
    const facts = lines.filter((line) => /^\{"@id":"node:[^"]+","plenary:[A-Z_]+":/.test(line));
    const happened = records.edges.filter(({ modality, rank }) => modality === "ACTUAL" && rank !== "DEPRECATED");
    expect(facts).toHaveLength(happened.length);
    expect(happened.length).toBeLessThan(records.edges.length);
  });

  it("names types and properties by the terms that the ontology gives them", async () => {
    const text = await written("jsonld", content);
    expect(text).toContain(
      '{"@id":"node:arda","@type":["plenary:State","schema:Country","prov:Agent"],"schema:name":"Arda"',
    );
    expect(text).toContain('"@type":["plenary:Report","schema:Report","schema:CreativeWork"]');
    expect(text).toContain('"schema:datePublished":{"@type":"xsd:gYearMonth","@value":"2013-11"}');
  });

  it("leads to no address but those of the vocabularies and of the records", async () => {
    const hosts = new Set(
      [...(await written("jsonld", content)).matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host),
    );
    expect([...hosts].sort()).toEqual([
      "example.net",
      "example.org",
      "purl.org",
      "register.example",
      "schema.org",
      "www.w3.org",
    ]);
  });
});

describe("CSV", () => {
  it("has a row for each record, lines that end on CRLF, and names of the ends", async () => {
    const text = await written("csv-edges", content);
    const rows = rowsOf(text);
    expect(rows.map(({ id }) => id)).toEqual(records.edges.map(({ id }) => id));
    expect(text.split("\r\n")).toHaveLength(records.edges.length + 2);
    expect(rows.find(({ id }) => id === "report-1/RECOMMENDED/referral")).toMatchObject({
      subjectName: "Report of the rapporteur",
      objectName: "Referral of Dorn",
      derivedFrom: "ask-1/CALLS_FOR/referral; report-1/RECOMMENDS/ask-1",
      sources: "chronicle; register",
      citations: "[1] The Arda Chronicle (2014-02), para. 3 [2] Register of Votes (2015), F/REP/1, Conclusions, row 7",
      urls: "[2] https://undocs.org/F/REP/1",
    });
    expect(rowsOf(await written("csv-nodes", content)).map(({ id }) => id)).toEqual(records.nodes.map(({ id }) => id));
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\uff1d1", "'\uff1d1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ["a=1", "a=1"],
    ['a "b", c\r\nd', 'a "b", c\r\nd'],
    [" a ", " a "],
    ["\0\ud800", "\ufffd\ufffd"],
  ])("has %j as %j: nothing in it is a formula", async (text, cell) => {
    const [row] = rowsOf(await asFile("csv-nodes", contentOfRecords({ nodes: [nodeWith({ text })], edges: [] })));
    expect(row?.["text"]).toBe(cell);
  });

  it("leaves numbers what they are", async () => {
    const [row] = rowsOf(
      await written(
        "csv-nodes",
        contentOfRecords({ nodes: [nodeWith({ quantity: { min: -3, unit: "ships" } })], edges: [] }),
      ),
    );
    expect(row?.["quantity"]).toBe('{"min":-3,"unit":"ships"}');
  });
});

describe("Markdown", () => {
  it("groups edges by relationship, each with the numbers of its citations", async () => {
    const text = await written("markdown", content);
    expect(text).toContain("\n## Holds\n\n- **Ilo Marr** holds **Envoy of Arda** (2010-01-01 to 2013) [1]\n");
    expect(text).toContain("- **Bora** (called for) blocked **");
    const [, list = ""] = text.split("## Sources\n\n");
    const numbers = list
      .trim()
      .split("\n")
      .map((line) => Number(/^(\d+)\. /.exec(line)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const referred = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
    expect([...referred].sort((a, b) => a - b)).toEqual(numbers);
  });

  it("tells a node's facts, names and claims, and shows no text as a mark", async () => {
    const text = await written("markdown", content);
    expect(text).toContain(
      "- **Arda** (state): iso2 QA; iso3 QAR; m49 901 — A state in the fixture. [1]\n" +
        "  - also Republic of Árda (name) [2]\n  - also Old Arda (former, 1950 to 1990-06) [1]\n",
    );
    const marked = nodeWith({ name: "*A* [b](javascript:c) <i>\n# d" });
    expect(await written("markdown", contentOfRecords({ nodes: [marked], edges: [] }))).toContain(
      "- **\\*A\\* \\[b\\](javascript:c) \\<i\\> \\# d** (statement)\n",
    );
  });
});
