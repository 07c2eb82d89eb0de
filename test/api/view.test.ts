import { describe, expect, it } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../src/graph/record.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ask } from "../support/ask.js";

const ontology = await loadOntology(ontologyPath);
const engine = memoryEngine(buildGraph(archive(), ontology), ontology);

async function dataOf(query: string): Promise<unknown> {
  const { data, errors } = (await ask(engine, ontology, query)) as {
    readonly data: unknown;
    readonly errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data;
}

async function refusal(query: string): Promise<unknown> {
  const { errors } = (await ask(engine, ontology, query)) as {
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
  return errors?.map(({ message, extensions }) => [extensions.code, message]);
}

describe("view(valid)", () => {
  const holders = 'office(id: "keeper") { holders { totalCount nodes { id } } }';

  it("shows who held an office at a date", async () => {
    expect(
      await dataOf(`{
        before: view(valid: "2009") { ${holders} }
        day: view(valid: "2011-06-30") { ${holders} }
        later: view(valid: "2014") { ${holders} }
      }`),
    ).toEqual({
      before: { office: { holders: { totalCount: 0, nodes: [] } } },
      day: { office: { holders: { totalCount: 1, nodes: [{ id: "pia" }] } } },
      later: { office: { holders: { totalCount: 1, nodes: [{ id: "quin" }] } } },
    });
  });

  it("compares imprecise dates as filters do: only what is sure", async () => {
    const ids = "links(where: { type: { eq: HOLDS } }) { nodes { id } }";
    expect(
      await dataOf(`{
        month: view(valid: "2012-05") { ${ids} }
        year: view(valid: "2012") { ${ids} }
        start: view(valid: "2010-05") { ${ids} }
      }`),
    ).toEqual({
      // Until 2012 may mean until January.
      month: { links: { nodes: [] } },
      year: { links: { nodes: [{ id: "pia/HOLDS/keeper" }] } },
      // From 2010 may mean from December.
      start: { links: { nodes: [] } },
    });
  });

  it("leaves nodes, undated lookups and premises alone, and takes undated edges out of counts and degrees", async () => {
    expect(
      await dataOf(`{
        view(valid: "2014") {
          persons { totalCount }
          links { totalCount }
          omitted: links(where: { type: { eq: BLOCKED } }) { totalCount omitted { modality count } }
          office(id: "keeper") { degrees { type direction count } officeOf { id } }
          person(id: "quin") { affiliatedWith { edges { derivedFrom } } }
          search(text: "old") { nodes { id } }
        }
        search(text: "old") { totalCount }
      }`),
    ).toEqual({
      view: {
        persons: { totalCount: 2 },
        links: { totalCount: 2 },
        omitted: { totalCount: 0, omitted: [{ modality: "EXPECTED", count: 1 }] },
        office: { degrees: [{ type: "HOLDS", direction: "IN", count: 1 }], officeOf: null },
        person: {
          affiliatedWith: { edges: [{ derivedFrom: ["keeper/OFFICE_OF/archive", "quin/HOLDS/keeper"] }] },
        },
        // By the words quoted for an edge that holds then.
        search: { nodes: [{ id: "quin" }] },
      },
      search: { totalCount: 3 },
    });
  });
});

describe("view(known)", () => {
  it("shows what was published by the end of a date, values included, and no summary", async () => {
    const pia = 'person(id: "pia") { name summary claims { rank } holds { nodes { id } } }';
    expect(
      await dataOf(`{
        none: view(known: "2014-02-27") { ${pia} office(id: "keeper") { id } entities { totalCount } }
        first: view(known: "2014-02") { ${pia} links { totalCount } }
        last: view(known: "2015") { ${pia} links { totalCount } }
        ${pia}
      }`),
    ).toEqual({
      none: { person: null, office: null, entities: { totalCount: 0 } },
      first: {
        person: { name: "P.", summary: null, claims: [{ rank: "NORMAL" }], holds: { nodes: [{ id: "keeper" }] } },
        links: { totalCount: 3 },
      },
      last: {
        person: {
          name: "Pia",
          summary: null,
          claims: [{ rank: "NORMAL" }, { rank: "PREFERRED" }],
          holds: { nodes: [{ id: "keeper" }] },
        },
        links: { totalCount: 5 },
      },
      person: {
        name: "Pia",
        summary: "Kept the archive.",
        claims: [{ rank: "NORMAL" }, { rank: "PREFERRED" }],
        holds: { nodes: [{ id: "keeper" }] },
      },
    });
  });

  it("governs paths, surroundings and search", async () => {
    const paths = 'paths(from: "quin", to: "archive") { paths { length } }';
    const around = 'subgraph(from: ["keeper"]) { nodes { id } total { nodes links } }';
    const found = 'search(text: "quin") { totalCount }';
    expect(
      await dataOf(`{
        first: view(known: "2014") { ${around} ${found} }
        last: view(known: "2015") { ${paths} ${around} ${found} }
      }`),
    ).toEqual({
      first: {
        subgraph: {
          nodes: [{ id: "keeper" }, { id: "archive" }, { id: "pia" }],
          total: { nodes: 3, links: 3 },
        },
        search: { totalCount: 0 },
      },
      last: {
        paths: { paths: [{ length: 1 }, { length: 2 }, { length: 3 }] },
        subgraph: {
          nodes: [{ id: "keeper" }, { id: "archive" }, { id: "pia" }, { id: "quin" }],
          total: { nodes: 4, links: 5 },
        },
        search: { totalCount: 1 },
      },
    });
  });

  it("knows no node that was not known then", async () => {
    const early = 'view(known: "2014") { paths(from: "quin", to: "archive") { truncated } }';
    await expect(dataOf(`{ ${early} }`)).rejects.toThrow();
  });
});

describe("view(sources)", () => {
  it("counts only what these sources say", async () => {
    const edge =
      "links(where: { type: { eq: OFFICE_OF } }) { nodes { corroboration known evidence { source { id } } } }";
    expect(
      await dataOf(`{
        one: view(sources: ["leaflet"]) { ${edge} sources { nodes { id } } }
        two: view(sources: ["leaflet", "gazette"]) { ${edge} }
        both: view(sources: ["leaflet"], known: "2030") { ${edge} }
      }`),
    ).toEqual({
      one: {
        links: { nodes: [{ corroboration: 1, known: null, evidence: [{ source: { id: "leaflet" } }] }] },
        sources: { nodes: [{ id: "leaflet" }] },
      },
      two: {
        links: {
          nodes: [
            {
              corroboration: 2,
              known: "2014-02-28",
              evidence: [{ source: { id: "gazette" } }, { source: { id: "leaflet" } }],
            },
          ],
        },
      },
      both: { links: { nodes: [] } },
    });
  });

  it("keeps the name of a node that another source's edge leads to", async () => {
    expect(
      await dataOf(
        `{ view(sources: ["leaflet"]) { organization(id: "archive") { name kind evidence { citation } } } }`,
      ),
    ).toEqual({ view: { organization: { name: "Archives of Arda", kind: null, evidence: [] } } });
  });
});

describe("view(modality)", () => {
  it("sets what happened and what was only expected side by side", async () => {
    const blocked = 'organization(id: "archive") { blockedBy { totalCount nodes { id } omitted { modality count } } }';
    const asked = 'organization(id: "archive") { blockedBy(edge: { modality: { eq: DENIED } }) { totalCount } }';
    expect(
      await dataOf(`{
        happened: view(modality: [ACTUAL]) { ${blocked} }
        expected: view(modality: [EXPECTED]) { ${blocked} asked: ${asked} }
      }`),
    ).toEqual({
      happened: {
        organization: { blockedBy: { totalCount: 0, nodes: [], omitted: [{ modality: "EXPECTED", count: 1 }] } },
      },
      expected: {
        organization: { blockedBy: { totalCount: 1, nodes: [{ id: "arda" }], omitted: [] } },
        asked: { blockedBy: { totalCount: 0 } },
      },
    });
  });
});

describe("a view within a view", () => {
  it("replaces only the arguments it gives, and null lifts one", async () => {
    const count = "links { totalCount }";
    expect(
      await dataOf(`{
        view(known: "2014", modality: [ACTUAL, EXPECTED]) {
          ${count}
          view(valid: "2011") { ${count} view(known: null) { ${count} } }
          wider: view(known: null) { ${count} view(modality: null) { ${count} } }
          same: view { ${count} snapshot { links } }
        }
      }`),
    ).toEqual({
      view: {
        links: { totalCount: 3 },
        view: { links: { totalCount: 2 }, view: { links: { totalCount: 2 } } },
        wider: { links: { totalCount: 6 }, view: { links: { totalCount: 5 } } },
        same: { links: { totalCount: 3 }, snapshot: { links: 6 } },
      },
    });
  });
});

describe("a view is refused", () => {
  it.each([
    ['view(known: "soon")', /"soon" is not a date/],
    ['view(sources: ["gazette", "nope"])', /^view\(sources\): there is no source with the id "nope"\.$/],
    ['view(sources: ["pia"])', /there is no source with the id "pia"/],
    ["view(sources: [])", /^view\(sources\) is empty\. Name at least one source, or leave it out\.$/],
    ["view(modality: [])", /^view\(modality\) is empty/],
  ])("for %s", async (view, message) => {
    expect(await refusal(`{ ${view} { links { totalCount } } }`)).toEqual([
      ["BAD_USER_INPUT", expect.stringMatching(message)],
    ]);
  });
});

describe("outside any view", () => {
  it("a derived edge is as well founded as its weakest premise, and known since the last of them", async () => {
    expect(
      await dataOf(`{
        links(where: { derived: true }) { nodes { id corroboration known } }
        corroborated: links(where: { corroboration: { gte: 2 } }) { nodes { id } }
      }`),
    ).toEqual({
      links: {
        nodes: [
          { id: "pia/AFFILIATED_WITH/archive", corroboration: 1, known: "2014-02-28" },
          { id: "quin/AFFILIATED_WITH/archive", corroboration: 1, known: "2015-12-31" },
        ],
      },
      corroborated: { nodes: [{ id: "keeper/OFFICE_OF/archive" }] },
    });
  });
});

/** Two keepers of an archive, by a gazette of February 2014, an annual of 2015 and a leaflet without a date. */
function archive(): GraphRecords {
  const gazette = { source: "gazette", page: 1 };
  const annual = { source: "annual", page: 2 };
  const leaflet = { source: "leaflet", page: 3, quote: "archives of old" };
  return {
    nodes: [
      node("annual", "Source", "Annual", { date: "2015" }),
      node("archive", "Organization", "Archives of Arda", { kind: "ORGAN" }, [gazette]),
      node("arda", "State", "Arda", {}, [annual]),
      node("gazette", "Source", "Gazette", { date: "2014-02" }),
      node("keeper", "Office", "Keeper", {}, [gazette]),
      node("leaflet", "Source", "Leaflet"),
      {
        ...node("pia", "Person", "Pia", { summary: "Kept the archive." }, [gazette]),
        claims: [
          { property: "name", value: "P.", rank: "NORMAL", evidence: [gazette] },
          { property: "name", value: "Pia", rank: "PREFERRED", evidence: [annual] },
        ],
      },
      node("quin", "Person", "Quin", {}, [annual]),
    ],
    edges: [
      edge("arda/BLOCKED/archive", {
        modality: "EXPECTED",
        date: "2013",
        properties: { form: "VETO" },
        evidence: [annual],
      }),
      edge("keeper/OFFICE_OF/archive", { evidence: [gazette, leaflet] }),
      edge("pia/AFFILIATED_WITH/archive", {
        ...{ from: "2010", until: "2012", evidence: [gazette, leaflet] },
        derivedFrom: ["keeper/OFFICE_OF/archive", "pia/HOLDS/keeper"],
      }),
      edge("pia/HOLDS/keeper", { from: "2010", until: "2012", evidence: [gazette] }),
      edge("quin/AFFILIATED_WITH/archive", {
        ...{ from: "2013", evidence: [annual, gazette, leaflet] },
        derivedFrom: ["keeper/OFFICE_OF/archive", "quin/HOLDS/keeper"],
      }),
      edge("quin/HOLDS/keeper", { from: "2013", evidence: [annual] }),
    ],
  };
}

function node(
  id: string,
  type: string,
  name: string,
  properties: NodeRecord["properties"] = {},
  evidence: NodeRecord["evidence"] = [],
): NodeRecord {
  return { id, type, properties: { name, ...properties }, aliases: [], basis: [], evidence, claims: [] };
}

function edge(id: string, more: Partial<EdgeRecord>): EdgeRecord {
  const [subject = "", type = "", object = ""] = id.split("/");
  const rest = { modality: "ACTUAL", rank: "NORMAL", properties: {}, basis: [], evidence: [] } as const;
  return { id, type, subject, object, ...rest, ...more };
}
