import { describe, expect, it } from "vitest";

import { ontologyPath } from "../../src/ontology/default.js";
import { OntologyError } from "../../src/ontology/errors.js";
import { loadOntology } from "../../src/ontology/load.js";
import { readOntology } from "../../src/ontology/read.js";

const preamble = `
  interface Node { id: ID! }
  interface Entity implements Node @node(plural: "entities") { name: String! @fulltext }
`;

/** Two types that share nothing with the real vocabulary but its form. */
const tiny = `${preamble}
  interface Maker implements Entity @node(plural: "makers") {
    "What it built."
    built: [Ship!]! @relationship(type: "BUILT", direction: OUT, properties: "Work")
  }
  type Yard implements Maker @node(plural: "yards") { code: String @unique }
  type Ship implements Entity @node(plural: "ships") {
    tons: Int
    builtBy: [Maker!]! @relationship(type: "BUILT", direction: IN, properties: "Work")
    sisters: [Ship!]! @relationship(type: "SISTER_OF", direction: BOTH)
    homePort: Yard @relationship(type: "HOME_AT", direction: OUT)
  }
  type Work @relationshipProperties { role: Part }
  enum Part { HULL ENGINE }
`;

function problemsOf(sdl: string): readonly string[] {
  try {
    readOntology(sdl);
  } catch (error) {
    if (error instanceof OntologyError) return error.problems;
    throw error;
  }
  return [];
}

describe("reading an ontology", () => {
  const ontology = readOntology(tiny);

  it("gives a type the fields of all its interfaces, id first", () => {
    const yard = ontology.types.get("Yard");
    expect(yard?.interfaces).toEqual(["Entity", "Maker", "Node"]);
    expect(yard?.properties.map((property) => property.name)).toEqual(["id", "name", "code"]);
    expect(yard?.relationships.map((field) => field.name)).toEqual(["built"]);
  });

  it("knows the concrete types behind an interface", () => {
    expect(ontology.types.get("Entity")?.concrete).toEqual(["Ship", "Yard"]);
    expect(ontology.types.get("Maker")?.concrete).toEqual(["Yard"]);
    expect(ontology.concrete).toEqual(["Ship", "Yard"]);
  });

  it("joins the two sides of a relationship", () => {
    expect(ontology.relationships.get("BUILT")).toEqual({
      type: "BUILT",
      ends: [{ subjects: ["Yard"], objects: ["Ship"] }],
      properties: "Work",
      symmetric: false,
      derived: false,
      single: false,
      contradiction: false,
    });
  });

  it("tells symmetric relationships and to-one sides", () => {
    expect(ontology.relationships.get("SISTER_OF")?.symmetric).toBe(true);
    expect(ontology.relationships.get("HOME_AT")?.single).toBe(true);
  });

  it("has a hash that only meaning changes", () => {
    const described = tiny.replace('"What it built."', '"The ships from its slipways."');
    expect(readOntology(`# A remark\n${described}`).hash).toBe(ontology.hash);
    expect(readOntology(tiny.replace("tons: Int", "tons: Float")).hash).not.toBe(ontology.hash);
  });

  it("knows the terms of other vocabularies, and that they change nothing in a graph", () => {
    const named = readOntology(
      tiny
        .replace("tons: Int", 'tons: Int @iri(term: "schema:weight")')
        .replace(
          'type Ship implements Entity @node(plural: "ships")',
          'type Ship implements Entity @node(plural: "ships") @iri(term: "https://ships.example/Ship")',
        ),
    );
    const ship = named.types.get("Ship");
    expect(ship?.iri).toBe("https://ships.example/Ship");
    expect(ship?.properties.map(({ name, iri }) => [name, iri])).toContainEqual(["tons", "https://schema.org/weight"]);
    expect(named.types.get("Yard")?.iri).toBeNull();
    expect(named.hash).toBe(ontology.hash);
  });

  it("cannot be changed once read", () => {
    expect(() => Object.assign(ontology.types.get("Yard") ?? {}, { plural: "docks" })).toThrow(TypeError);
  });
});

describe("mistakes in an ontology", () => {
  it.each([
    ["syntax", "type {", /^1:6: Syntax Error/],
    ["an unknown property type", tiny.replace("tons: Int", "tons: Intt"), /property tons has the unknown type Intt/],
    [
      "a relationship without its directive",
      tiny.replace("tons: Int", "tons: [Yard!]!"),
      /for a relationship add @relationship/,
    ],
    ["a type without a part", `${tiny} type Loose { a: Int }`, /only interfaces, enums, and types with @node/],
    ["a name used twice", `${tiny} enum Part { KEEL }`, /Part is defined twice/],
    [
      "an unknown interface",
      tiny.replace("implements Maker", "implements Makr"),
      /implements Makr, which is not an interface/,
    ],
    ["no plural", tiny.replace('@node(plural: "ships")', "@node"), /Ship needs @node\(plural: …\)/],
    ["a built-in name", tiny.replace("tons: Int", "degrees: Int"), /property degrees is built in/],
    ["a built-in edge name", tiny.replace("{ role: Part }", "{ evidence: Part }"), /property evidence is built in/],
    ["an underscore", tiny.replace("tons: Int", "gross_tons: Int"), /without underscores/],
    [
      "an inverse without its outward side",
      tiny.replace('type: "BUILT", direction: IN', 'type: "MADE", direction: IN'),
      /has no field with direction OUT/,
    ],
    [
      "an inverse that shows too little",
      tiny.replace("builtBy: [Maker!]!", "builtBy: [Ship!]!"),
      /shows Ship, but BUILT also comes from Yard/,
    ],
    ["a full text that is no text", tiny.replace("tons: Int", "tons: Int @fulltext"), /only a String can be @fulltext/],
    [
      "an agreement of what is no enum",
      tiny.replace("{ role: Part }", '{ hours: Int @agreement(opposite: ["HULL"]) }'),
      /only a single enum can have @agreement, which hours is not/,
    ],
    [
      "an agreement of values that are not there",
      tiny.replace("{ role: Part }", '{ role: Part @agreement(opposite: ["HULL", "KEEL"]) }'),
      /@agreement names KEEL, which Part does not have: HULL, ENGINE/,
    ],
    [
      "an agreement in which a value is on both sides",
      tiny.replace("{ role: Part }", '{ role: Part @agreement(opposite: ["HULL"], between: ["HULL"]) }'),
      /@agreement names a value twice/,
    ],
    [
      "two agreements of one relationship",
      tiny.replace(
        "{ role: Part }",
        '{ role: Part @agreement(opposite: ["HULL"]) part: Part @agreement(opposite: ["HULL"]) }',
      ),
      /another property of this relationship has @agreement already/,
    ],
    [
      "agreements of two relationships",
      `${tiny.replace("{ role: Part }", '{ role: Part @agreement(opposite: ["HULL"]) }')}
        type Play @relationshipProperties { act: Part @agreement(opposite: ["HULL"]) }`,
      /@agreement marks another relationship already/,
    ],
    [
      "a term of an unknown vocabulary",
      tiny.replace("tons: Int", 'tons: Int @iri(term: "schma:weight")'),
      /@iri of tons has the term "schma:weight": expected a name such as schema:Person, of dcterms, prov, schema, skos, or an IRI/,
    ],
    [
      "a term that is no IRI",
      tiny.replace("tons: Int", 'tons: Int @iri(term: "https://ships.example/a b")'),
      /has the term "https:\/\/ships.example\/a b"/,
    ],
    [
      "a term of two properties",
      tiny.replace("tons: Int", 'tons: Int @iri(term: "schema:weight") load: Int @iri(term: "schema:weight")'),
      /Ship.load has the @iri of Ship.tons/,
    ],
    [
      "a term of a relationship",
      tiny.replace("sisters: [Ship!]! @", 'sisters: [Ship!]! @iri(term: "schema:sibling") @'),
      /only types and properties have @iri, and Ship.sisters is a relationship/,
    ],
    [
      "unlike property sets",
      tiny.replace('direction: IN, properties: "Work"', "direction: IN"),
      /BUILT has properties/,
    ],
    [
      "a relationship type in lower case",
      tiny.replace('type: "HOME_AT"', 'type: "homeAt"'),
      /must be in UPPER_SNAKE_CASE/,
    ],
  ])("%s is reported with its place", (_, sdl, message) => {
    const problems = problemsOf(sdl);
    expect(problems.join("\n")).toMatch(message);
    expect(problems.every((problem) => /^\d+:\d+: /.test(problem))).toBe(true);
  });

  it("are reported all at once", () => {
    expect(
      problemsOf(tiny.replace("tons: Int", "tons: Intt").replace("{ HULL ENGINE }", "{ HULL ENGINE } enum Part { X }")),
    ).toHaveLength(2);
  });
});

describe("Plenary's ontology", () => {
  it("is valid and has a description on everything", async () => {
    const ontology = await loadOntology(ontologyPath);
    const described = [
      ...[...ontology.types.values()].flatMap((type) => [
        { name: type.name, description: type.description },
        ...[...type.properties, ...type.relationships].map((field) => ({
          name: `${type.name}.${field.name}`,
          description: field.description,
        })),
      ]),
      ...[...ontology.propertySets.values(), ...ontology.values.values()].flatMap((set) => [set, ...set.properties]),
      ...[...ontology.enums.values()].flatMap((definition) => [definition, ...definition.values]),
    ];
    expect(described.filter((one) => one.description === "").map((one) => one.name)).toEqual([]);
  });

  it("spans vetoes and other blockings as one family", async () => {
    const ontology = await loadOntology(ontologyPath);
    expect(ontology.types.get("State")?.relationships.find((field) => field.name === "blocked")?.relationships).toEqual(
      ["VETOED", "BLOCKED"],
    );
  });
});
