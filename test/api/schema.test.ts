import { readFile } from "node:fs/promises";

import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  print,
  validateSchema,
  visit,
} from "graphql";
import type { GraphQLField, GraphQLInputField, GraphQLSchema } from "graphql";
import { describe, expect, it } from "vitest";

import { createApi, printApi } from "../../src/api/api.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { readOntology } from "../../src/ontology/read.js";
import { library } from "./support/library.js";

const { schema } = createApi(await loadOntology(ontologyPath));

describe("the API of the packaged ontology", () => {
  it("is a valid schema", () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it("describes every type, field, argument, enum value and input field", () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it("weighs at most 100 KB and 260 types without its descriptions", () => {
    const { bytes, types } = weight(schema);
    expect(bytes).toBeLessThanOrEqual(100_000);
    expect(types).toBeLessThanOrEqual(260);
  });

  it("is the one that is checked in", async () => {
    const checkedIn = await readFile(new URL("../../schema/api.graphql", import.meta.url), "utf8");
    expect(
      checkedIn === printApi(schema),
      "schema/api.graphql is out of date: run `npm run schema` and check it in",
    ).toBe(true);
  });

  it("describes by what is there: the real ends, and one sentence where types differ", () => {
    const values = (name: string): Record<string, string | null | undefined> => {
      const type = schema.getType(name);
      if (!isEnumType(type)) throw new Error(`${name} is not an enum`);
      return Object.fromEntries(type.getValues().map((value) => [value.name, value.description]));
    };
    expect(values("RelationshipType")["MEMBER_OF"]).toBe("From Actor to Group or Organization.");
    expect(values("RelationshipType")["RECOMMENDS"]).toMatch(/^From .*to Recommendation\./);
    expect(values("LinkKey")["CORROBORATION"]).toBe("By how many different sources it is borne out.");
    expect(values("NodeKey")["ISO3"]).toBe("The three-letter code of ISO 3166-1.");
    expect(values("NodeKey")["KIND"]).toMatch(/^Its `kind`, as Organization, .* and Topic each define it\.$/);
    expect(printApi(schema)).not.toContain(" Or: ");
  });

  it("names connections and edges by target and property set", () => {
    const fields = objectFields(schema, "State");
    expect(fields["blocked"]).toBe("GoalBlockingConnection!");
    expect(fields["sponsored"]).toBe("ResolutionLinkConnection!");
    expect(objectFields(schema, "Vote")["takenAt"]).toBe("MeetingLinkEdge");
    expect(objectFields(schema, "GoalBlockingEdge")).toMatchObject({
      cursor: "String!",
      node: "Goal!",
      form: "BlockingForm!",
    });
  });

  it("gives families and all edges their own connections, with the ends that they can have", () => {
    expect(objectFields(schema, "Query")).toMatchObject({ blockings: "BlockingConnection!", links: "LinkConnection!" });
    expect(objectFields(schema, "Blocking")).toMatchObject({
      subject: "Actor!",
      object: "Goal!",
      form: "BlockingForm!",
    });
    expect(objectFields(schema, "Link")).toMatchObject({ subject: "Entity!", object: "Entity!", form: "BlockingForm" });
  });
});

describe("the API of another ontology", () => {
  it("speaks of nothing but that ontology", () => {
    const other = createApi(library).schema;
    expect(validateSchema(other)).toEqual([]);
    expect(objectFields(other, "Query")).toMatchObject({
      novel: "Novel",
      works: "WorkConnection!",
      writings: "WritingConnection!",
      entities: "EntityConnection!",
    });
    expect(objectFields(other, "Writing")).toMatchObject({ subject: "Writer!", object: "Work!", share: "Float" });
    expect(printApi(other)).not.toMatch(/\b(State|Actor|Goal|Resolution|Blocking)\b/);
  });

  it("is refused where it takes a name that the API needs", () => {
    const taken = readOntology(`
      interface Node { id: ID! }
      interface Entity implements Node @node(plural: "entities") { name: String! }
      type Snapshot implements Entity @node(plural: "snapshots") { size: Int }
    `);
    expect(() => createApi(taken)).toThrow("two types called Snapshot");
  });

  it("is refused where one name is a property here and a relationship there", () => {
    const mixed = readOntology(`
      interface Node { id: ID! }
      interface Entity implements Node @node(plural: "entities") { name: String! }
      type Box implements Entity @node(plural: "boxes") { holds: Int }
      type Bag implements Entity @node(plural: "bags") { holds: [Box!]! @relationship(type: "HOLDS", direction: OUT) }
    `);
    expect(() => createApi(mixed)).toThrow("holds is a property of one type and a relationship of another");
  });
});

/** The size of the printed schema in bytes and its number of named types, descriptions left out. */
function weight(of: GraphQLSchema): { readonly bytes: number; readonly types: number } {
  const document = visit(parse(printApi(of)), {
    enter: (node) => ("description" in node ? { ...node, description: undefined } : undefined),
  });
  return { bytes: Buffer.byteLength(print(document)), types: document.definitions.length };
}

function objectFields(of: GraphQLSchema, name: string): Record<string, string> {
  const type = of.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is not an object type`);
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
}

function undescribed(of: GraphQLSchema): string[] {
  const described = new Map<string, string | null | undefined>();
  for (const type of Object.values(of.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    described.set(type.name, type.description);
    if (isEnumType(type)) {
      for (const value of type.getValues()) described.set(`${type.name}.${value.name}`, value.description);
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(type.getFields());
    for (const field of fields) {
      described.set(`${type.name}.${field.name}`, field.description);
      if (!("args" in field)) continue;
      for (const arg of field.args) described.set(`${type.name}.${field.name}(${arg.name})`, arg.description);
    }
  }
  return [...described].filter(([, description]) => (description ?? "").trim() === "").map(([name]) => name);
}
