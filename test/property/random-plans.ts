import fc from "fast-check";

import type { GraphRecords } from "../../src/graph/record.js";
import type {
  Comparison,
  DataType,
  EdgeFilter,
  Hop,
  NodeFilter,
  Operator,
  PropertyRef,
  Scalar,
} from "../../src/plan/filter.js";
import type {
  ConnectionPart,
  EdgeField,
  GroupKey,
  LinkConnectionPart,
  NodeField,
  Order,
  Page,
  Plan,
} from "../../src/plan/plan.js";
import {
  EDGE_ID,
  EVERYTHING,
  ID,
  OMITTED,
  PAGE_INFO,
  SHOWN,
  TOTAL,
  edgeProperty,
  first,
  last,
  property,
  ref,
} from "../support/plans.js";

/** Random plans over some records. What they compare with are values of the records, so that most filters divide them. */

const NODE_PROPERTIES = [
  ref("name", "string"),
  ref("id", "id"),
  ref("type", "enum"),
  ref("date", "date"),
  ref("status", "enum"),
  ref("summary", "string"),
  ref("alias", "string", true),
  ref("sameAs", "string", true),
  ref("tally.yes", "int"),
  ref("identified", "boolean"),
  ref("covers.from", "date", true),
] as const;

const EDGE_PROPERTIES = [
  ref("id", "id"),
  ref("type", "enum"),
  ref("key", "string"),
  ref("subject", "id"),
  ref("object", "id"),
  ref("date", "date"),
  ref("from", "date"),
  ref("modality", "enum"),
  ref("rank", "enum"),
  ref("corroboration", "int"),
  ref("sources", "id", true),
  ref("derived", "boolean"),
  ref("form", "enum"),
  ref("position", "enum"),
  ref("paragraphs", "int", true),
] as const;

const OPERATORS: Readonly<Record<DataType, readonly Operator[]>> = {
  id: ["eq", "in", "gt", "lte", "startsWith", "contains", "exists"],
  string: ["eq", "in", "contains", "startsWith", "gt", "gte", "lt", "lte", "exists"],
  enum: ["eq", "in", "exists"],
  int: ["eq", "in", "gt", "gte", "lt", "lte", "exists"],
  float: ["gt", "lte", "exists"],
  boolean: ["eq", "exists"],
  date: ["eq", "in", "gt", "gte", "lt", "lte", "exists"],
};

/** The operators, kinds of filter and kinds of plan that a plan uses. */
export function featuresOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(featuresOf);
  if (typeof value !== "object" || value === null) return [];
  const own = ["kind", "operator", "quantifier"].flatMap((name) => {
    const feature = (value as Readonly<Record<string, unknown>>)[name];
    return typeof feature === "string" ? [feature] : [];
  });
  return [...own, ...Object.values(value).flatMap(featuresOf)];
}

/** A plan of any kind that one statement answers, or a search, without cursors. */
export function randomPlan(records: GraphRecords): fc.Arbitrary<Plan> {
  const types = [...new Set(records.nodes.map((node) => node.type))].sort();
  const relationships = [...new Set(records.edges.map((edge) => edge.type))].sort();
  const samples = sampler(records);
  const visible = fc.constantFrom(SHOWN, SHOWN, EVERYTHING, { modalities: null, ranks: ["NORMAL"] });
  const someOf = (names: readonly string[]): fc.Arbitrary<string[]> =>
    fc.subarray([...names], { minLength: Math.ceil(names.length / 2) });

  const comparison = (properties: readonly PropertyRef[]): fc.Arbitrary<Comparison> =>
    fc.constantFrom(...properties).chain((of) =>
      fc.constantFrom(...OPERATORS[of.type]).chain((operator) =>
        samples(of, operator).map((value) => {
          return { kind: "compare" as const, property: of, operator, value };
        }),
      ),
    );

  const edgeFilter = (depth: number): fc.Arbitrary<EdgeFilter> => {
    const simple = comparison(EDGE_PROPERTIES);
    if (depth === 0) return simple;
    const smaller = edgeFilter(depth - 1);
    return fc.oneof(
      simple,
      fc.record({ kind: fc.constant("not" as const), of: smaller }),
      fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        of: fc.array(smaller, { minLength: 1, maxLength: 2 }),
      }),
      fc.record({
        kind: fc.constant("end" as const),
        end: fc.constantFrom("subject" as const, "object" as const),
        node: nodeFilter(0),
      }),
    );
  };
  const hop = (depth: number): fc.Arbitrary<Hop> =>
    fc.record({
      relationships: someOf(relationships),
      direction: fc.constantFrom("out" as const, "in" as const, "both" as const),
      edge: depth === 0 ? fc.constant(null) : fc.option(edgeFilter(depth - 1)),
      visible,
    });
  const nodeFilter = (depth: number): fc.Arbitrary<NodeFilter> => {
    const simple = comparison(NODE_PROPERTIES);
    if (depth === 0) return simple;
    const smaller = nodeFilter(depth - 1);
    const counted = fc.record({
      kind: fc.constant("counted" as const),
      hop: hop(depth),
      operator: fc.constantFrom("eq" as const, "gt" as const, "gte" as const, "lt" as const, "lte" as const),
      value: fc.integer({ min: 0, max: 4 }),
    });
    const quantifier = fc.constantFrom("some" as const, "none" as const, "all" as const);
    return fc.oneof(
      simple,
      fc.record({ kind: fc.constant("not" as const), of: smaller }),
      fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        of: fc.array(smaller, { minLength: 1, maxLength: 2 }),
      }),
      fc.record({ kind: fc.constant("quantified" as const), quantifier, hop: hop(depth), node: fc.option(smaller) }),
      counted,
    );
  };

  const direction = fc.constantFrom("asc" as const, "desc" as const);
  const order = (on: "node" | "edge", properties: readonly PropertyRef[]): fc.Arbitrary<Order[]> =>
    fc.array(
      fc.record({
        on: fc.constant(on),
        property: fc.constantFrom(...properties.filter(({ list }) => !list)),
        direction,
      }),
      { maxLength: 2 },
    );
  const page = fc.oneof(
    fc.integer({ min: 0, max: 6 }).map((n) => first(n)),
    fc.integer({ min: 1, max: 6 }).map((n) => last(n)),
  );
  const groups = (keys: fc.Arbitrary<GroupKey>): fc.Arbitrary<ConnectionPart> =>
    fc.array(keys, { minLength: 1, maxLength: 2 }).map((by) => {
      return { kind: "groups", as: "groups", by, first: 3, subject: [ID, property("name")], object: [ID] };
    });
  const key = (on: "node" | "edge", properties: readonly PropertyRef[]): fc.Arbitrary<GroupKey> =>
    fc.oneof(
      fc.constantFrom(...properties).map((of) => ({ kind: "property" as const, on, property: of })),
      fc.constant({ kind: "year" as const, on, property: ref("date", "date") }),
    );
  const end = fc
    .constantFrom("subject" as const, "object" as const)
    .map((side) => ({ kind: "end" as const, end: side }));

  const hopEdges: EdgeField[] = [
    { kind: "cursor", as: "cursor" },
    EDGE_ID,
    edgeProperty("date"),
    edgeProperty("known"),
    edgeProperty("form"),
    edgeProperty("paragraphs"),
    { kind: "end", as: "node", end: "node", fields: [ID, property("tally"), property("covers")] },
    { kind: "end", as: "subject", end: "subject", fields: [ID] },
    {
      kind: "records",
      as: "evidence",
      name: "evidence",
      fields: [
        { kind: "value", as: "citation", name: "citation" },
        { kind: "nodes", as: "by", name: "attributedTo", fields: [ID] },
      ],
    },
  ];
  const expand: fc.Arbitrary<NodeField> = fc.record({
    kind: fc.constant("expand" as const),
    as: fc.constant("expand"),
    on: fc.option(someOf(types)),
    hop: hop(1),
    where: nodeFilter(1),
    order: fc.oneof(order("edge", EDGE_PROPERTIES), order("node", NODE_PROPERTIES)),
    page,
    parts: fc
      .oneof(groups(key("edge", EDGE_PROPERTIES)), groups(end), groups(key("node", NODE_PROPERTIES)))
      .map((grouped) => {
        return [{ kind: "edges" as const, as: "edges", fields: hopEdges }, TOTAL, PAGE_INFO, OMITTED, grouped];
      }),
  });
  const one: fc.Arbitrary<NodeField> = hop(1).map((over) => {
    return {
      kind: "one",
      as: "one",
      on: null,
      hop: over,
      fields: [EDGE_ID, { kind: "end", as: "node", end: "node", fields: [ID] }],
    };
  });
  const fields = fc.oneof(expand, one).map((field) => [ID, property("name"), field]);
  const scanParts: fc.Arbitrary<ConnectionPart[]> = fc
    .tuple(fields, groups(key("node", NODE_PROPERTIES)))
    .map(([shown, grouped]) => [
      { kind: "nodes", as: "nodes", fields: shown },
      {
        kind: "edges",
        as: "edges",
        fields: [
          { kind: "cursor", as: "cursor" },
          { kind: "end", as: "node", end: "node", fields: [ID] },
        ],
      },
      TOTAL,
      PAGE_INFO,
      grouped,
    ]);
  const linkParts: fc.Arbitrary<LinkConnectionPart[]> = fc
    .oneof(groups(key("edge", EDGE_PROPERTIES)), groups(end))
    .map((grouped) => [
      {
        kind: "edges",
        as: "edges",
        fields: [
          { kind: "cursor", as: "cursor" },
          { kind: "self", as: "self", fields: [EDGE_ID] },
        ],
      },
      TOTAL,
      PAGE_INFO,
      OMITTED,
      grouped as LinkConnectionPart,
    ]);

  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("scan" as const),
        types: someOf(types),
        where: fc.option(nodeFilter(2), { freq: 20 }),
        order: order("node", NODE_PROPERTIES),
        page,
        parts: scanParts,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("links" as const),
        relationships: someOf(relationships),
        visible,
        where: fc.option(edgeFilter(2), { freq: 20 }),
        order: order("edge", EDGE_PROPERTIES),
        page,
        parts: linkParts,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("lookup" as const),
        property: fc.constant("id"),
        types: someOf(types),
        values: fc.array(fc.constantFrom("nobody", ...records.nodes.map((node) => node.id)), { maxLength: 6 }),
        fields,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("search" as const),
        text: fc.constantFrom(...words(records)),
        types: fc.constant(types),
        where: fc.option(nodeFilter(1)),
        page,
        parts: scanParts,
      }),
    },
  );
}

function words(records: GraphRecords): readonly string[] {
  return [
    ...new Set(records.nodes.flatMap((node) => JSON.stringify(node.properties["name"]).replaceAll('"', "").split(" "))),
  ].sort();
}

/** Values that a property has somewhere in the records, as an operator takes them. */
function sampler(records: GraphRecords): (of: PropertyRef, operator: Operator) => fc.Arbitrary<Comparison["value"]> {
  const elements = [
    ...records.nodes.map((node) => ({ ...node, alias: node.aliases.map((alias) => alias.text) })),
    ...records.edges,
  ];
  const valuesOf = (of: PropertyRef): readonly Scalar[] => {
    const [name = "", field] = of.name.split(".");
    const found = elements.flatMap((element) => {
      const own = { ...element.properties, ...element } as Readonly<Record<string, unknown>>;
      const members = [own[name]].flat();
      return field === undefined
        ? members
        : members.map((member) => (member as Readonly<Record<string, unknown>> | undefined)?.[field]);
    });
    const scalars = [...new Set(found)].filter((one) =>
      ["string", "number", "boolean"].includes(typeof one),
    ) as Scalar[];
    const spare = { id: "chronicle", string: "x", enum: "X", int: 1, float: 1, boolean: true, date: "2014" }[of.type];
    return scalars.length === 0 ? [spare] : scalars;
  };
  return (of, operator) => {
    if (operator === "exists") return fc.boolean();
    const value = fc.constantFrom(...valuesOf(of));
    if (operator === "in") return fc.array(value, { maxLength: 3 });
    if (operator !== "contains" && operator !== "startsWith") return value;
    return fc.tuple(value, fc.nat(3), fc.integer({ min: 1, max: 3 })).map(([text, from, length]) => {
      const characters = Array.from(String(text));
      return characters.slice(operator === "startsWith" ? 0 : from, from + length).join("");
    });
  };
}

/** The same plan, continued from a cursor of its own. */
export function continued(plan: Plan, bound: keyof Pick<Page, "after" | "before">, key: Page["after"]): Plan {
  return "page" in plan ? { ...plan, page: { ...plan.page, [bound]: key } } : plan;
}
