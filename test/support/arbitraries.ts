import fc from "fast-check";

import type { Ontology, RelationshipField, TypeDefinition } from "../../src/ontology/model.js";
import type { PropertyRef } from "../../src/plan/filter.js";
import type {
  ConnectionPart,
  DisputeField,
  DisputePart,
  DisputesPlan,
  EdgeField,
  ExpandField,
  GroupKey,
  Key,
  LinksPlan,
  LookupPlan,
  NodeField,
  Order,
  Page,
  Plan,
  ScanPlan,
  SearchPlan,
} from "../../src/plan/plan.js";
import { EDGE_ID, edgeProperty, farNode, ID, OMITTED, PAGE_INFO, property, TOTAL } from "./plans.js";
import {
  edgeFilterArbitrary,
  edgeRefs,
  hasEdges,
  hopArbitrary,
  nodeFilterArbitrary,
  nodeRefs,
  visibilityArbitrary,
} from "./random-filters.js";
import type { Material } from "./random-filters.js";

export { edgeFilterArbitrary, hopArbitrary, nodeFilterArbitrary, visibilityArbitrary } from "./random-filters.js";
export type { Material } from "./random-filters.js";
export { recordsArbitrary, recordsInRollCalls, shuffled } from "./random-records.js";

/** The types and interfaces that random plans start from. */
const ROOTS = ["State", "Vote", "Resolution", "Statement", "Source", "Actor", "Goal", "Gathering", "Entity"] as const;
const FAMILIES: readonly { readonly relationships: readonly string[]; readonly set: string | null }[] = [
  { relationships: ["VETOED", "BLOCKED"], set: "Blocking" },
  { relationships: ["CAST"], set: "Cast" },
  { relationships: ["HAS_RELATIONS_WITH", "MEMBER_OF"], set: "Relation" },
  { relationships: ["MENTIONS"], set: "Mention" },
  { relationships: ["ABOUT", "MADE", "RECOMMENDED", "ON", "HOLDS"], set: null },
];

/** Some of what a node has: a text, a date, a value object, a list of them. */
const NODE_FIELDS: readonly NodeField[] = [ID, ...["name", "date", "tally", "covers"].map((name) => property(name))];

/** Some of what an edge has, and whom its evidence names. */
const EDGE_FIELDS: readonly EdgeField[] = [
  EDGE_ID,
  ...["date", "known", "corroboration", "form", "paragraphs"].map((name) => edgeProperty(name)),
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

/** A type or interface to start from. */
export function rootArbitrary(ontology: Ontology): fc.Arbitrary<TypeDefinition> {
  return fc.constantFrom(...ROOTS.map((name) => ontology.types.get(name)).filter((type) => type !== undefined));
}

/** Up to two sort keys among properties with one value each. */
export function orderArbitrary(on: Order["on"], refs: readonly PropertyRef[]): fc.Arbitrary<readonly Order[]> {
  const property = fc.constantFrom(...refs.filter(({ list }) => !list));
  const direction = fc.constantFrom("asc", "desc");
  return fc.uniqueArray(fc.record({ on: fc.constant(on), property, direction }), {
    maxLength: 2,
    selector: (order) => order.property.name,
  });
}

/** Pages without cursors: where those of a connection stand is for the walk along it to say. */
export const pageArbitrary: fc.Arbitrary<Page> = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 6 }))
  .map(([forward, size]) => ({ first: forward ? size : null, last: forward ? null : size, after: null, before: null }));

/** How deep expansions are nested unless said otherwise. */
const DEPTH = 2;

/** Random scans, with expansions below them. */
export function scanArbitrary(material: Material, depth = DEPTH): fc.Arbitrary<ScanPlan> {
  return rootArbitrary(material.ontology).chain((type) =>
    fc.record({
      kind: fc.constant("scan" as const),
      types: fc.constant(type.concrete),
      where: fc.option(nodeFilterArbitrary(material, type), { nil: null, freq: 6 }),
      order: orderArbitrary("node", nodeRefs(material, type)),
      page: pageArbitrary,
      parts: partsArbitrary(material, type, nodeGroupKeys(material, type), depth),
    }),
  );
}

/** Random searches for what nodes are called, or the beginning of it, with expansions below them. */
export function searchArbitrary(material: Material, depth = DEPTH): fc.Arbitrary<SearchPlan> {
  const names = material.records.nodes.map((node) => JSON.stringify(node.properties["name"] ?? ""));
  const words = [...new Set(names.flatMap((name) => name.replaceAll('"', "").split(" ")))].sort();
  const length = fc.integer({ min: 1, max: 12 });
  return rootArbitrary(material.ontology).chain((type) =>
    fc.record({
      kind: fc.constant("search" as const),
      text: fc.tuple(fc.constantFrom(...words), length).map(([word, end]) => Array.from(word).slice(0, end).join("")),
      types: fc.constant(type.concrete),
      where: fc.option(nodeFilterArbitrary(material, type, 1), { nil: null, freq: 1 }),
      page: pageArbitrary,
      parts: partsArbitrary(material, type, nodeGroupKeys(material, type), depth),
    }),
  );
}

/** Random connections over edges. */
export function linksArbitrary(material: Material): fc.Arbitrary<LinksPlan> {
  return fc.constantFrom(...FAMILIES).chain(({ relationships, set }) => {
    const refs = edgeRefs(material, set);
    const ends: readonly GroupKey[] = [
      { kind: "end", end: "subject" },
      { kind: "end", end: "object" },
    ];
    return fc.record({
      kind: fc.constant("links" as const),
      relationships: fc.constant(relationships),
      visible: visibilityArbitrary,
      where: fc.option(edgeFilterArbitrary(material, relationships, set), { nil: null, freq: 4 }),
      order: orderArbitrary("edge", refs),
      page: pageArbitrary,
      parts: groupsArbitrary([...ends, ...groupKeys("edge", refs)]).map((groups) => [
        { kind: "nodes" as const, as: "nodes", fields: EDGE_FIELDS },
        TOTAL,
        PAGE_INFO,
        OMITTED,
        groups,
      ]),
    });
  });
}

/** Random lookups by id, with expansions below them; some ids are of no node. */
export function lookupArbitrary(material: Material, depth = DEPTH): fc.Arbitrary<LookupPlan> {
  return rootArbitrary(material.ontology).chain((type) => {
    const ids = material.records.nodes.filter((node) => type.concrete.includes(node.type)).map((node) => node.id);
    return fc.record({
      kind: fc.constant("lookup" as const),
      property: fc.constant("id"),
      values: fc.array(fc.constantFrom(...ids, "nobody"), { minLength: 1, maxLength: 3 }),
      types: fc.constant(type.concrete),
      fields: fieldsArbitrary(material, type, depth),
    });
  });
}

/** Random plans of the kinds that engines share. */
export function planArbitrary(
  material: Material,
  depth = DEPTH,
): fc.Arbitrary<ScanPlan | LinksPlan | LookupPlan | SearchPlan | DisputesPlan> {
  return fc.oneof(
    { weight: 4, arbitrary: scanArbitrary(material, depth) },
    { weight: 3, arbitrary: linksArbitrary(material) },
    { weight: 2, arbitrary: lookupArbitrary(material, depth) },
    { weight: 1, arbitrary: searchArbitrary(material, depth) },
    { weight: 1, arbitrary: disputesArbitrary(material) },
  );
}

/** Random connections over disputes. */
export function disputesArbitrary(material: Material): fc.Arbitrary<DisputesPlan> {
  const fields: readonly DisputeField[] = [
    ...(["id", "property", "settled"] as const).map((name) => ({ kind: "value" as const, as: name, name })),
    { kind: "end", as: "node", end: "node", fields: NODE_FIELDS },
    { kind: "end", as: "other", end: "other", fields: [ID] },
    { kind: "link", as: "link", fields: EDGE_FIELDS },
    {
      kind: "claims",
      as: "claims",
      fields: ["value", "rank"].map((name) => ({ kind: "value", as: name, name })),
    },
  ];
  return rootArbitrary(material.ontology).chain((type) =>
    fc.record({
      kind: fc.constant("disputes" as const),
      relationships: fc.subarray(["CONTRADICTS", "CAST", "BLOCKED"]),
      visible: visibilityArbitrary,
      where: fc.option(nodeFilterArbitrary(material, type, 1), { nil: null, freq: 1 }),
      property: fc.constantFrom(null, null, "name"),
      settled: fc.constantFrom(null, null, true, false),
      page: pageArbitrary,
      parts: fc.constant<readonly DisputePart[]>([{ kind: "nodes", as: "nodes", fields }, TOTAL, PAGE_INFO]),
    }),
  );
}

/** The same plan, continued from a cursor of its own. */
export function continued(plan: Plan, bound: "after" | "before", key: Key): Plan {
  return "page" in plan ? { ...plan, page: { ...plan.page, [bound]: key } } : plan;
}

/** Every kind of plan and of condition in a plan, however deep, and every operator and quantifier. */
export function featuresOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(featuresOf);
  if (typeof value !== "object" || value === null) return [];
  const { kind, operator, quantifier } = value as Partial<Record<"kind" | "operator" | "quantifier", string>>;
  const own = [kind, operator, quantifier].filter((feature) => feature !== undefined);
  return [...own, ...Object.values(value).flatMap(featuresOf)];
}

/** A random expansion of one of a type's relationship fields. */
export function expandArbitrary(material: Material, type: TypeDefinition, depth: number): fc.Arbitrary<ExpandField> {
  return fc.constantFrom(...expandable(material, type)).chain((field) => {
    const target = material.ontology.types.get(field.target);
    if (target === undefined) throw new Error(`no type ${field.target}`);
    const refs = edgeRefs(material, field.properties);
    return fc.record({
      kind: fc.constant("expand" as const),
      hop: hopArbitrary(material, field),
      where: fc.option(nodeFilterArbitrary(material, target, 1), { nil: null, freq: 2 }),
      order: fc.oneof(orderArbitrary("edge", refs), orderArbitrary("node", nodeRefs(material, target))),
      page: pageArbitrary,
      parts: partsArbitrary(
        material,
        target,
        [...groupKeys("edge", refs), ...nodeGroupKeys(material, target)],
        depth - 1,
      ).map((parts) => [
        ...parts,
        {
          kind: "edges",
          as: "edges",
          fields: [
            ...EDGE_FIELDS,
            { kind: "cursor", as: "cursor" },
            farNode(),
            { ...farNode(), as: "of", end: "subject" },
          ],
        },
        OMITTED,
      ]),
    });
  });
}

/** A random selection of what a node has, with an expansion or a single edge below it. */
function fieldsArbitrary(material: Material, type: TypeDefinition, depth: number): fc.Arbitrary<readonly NodeField[]> {
  if (depth === 0 || expandable(material, type).length === 0) return fc.constant(NODE_FIELDS);
  const expand = expandArbitrary(material, type, depth).map((field) => ({ ...field, as: "hop", on: null }));
  const one = fc.constantFrom(...expandable(material, type)).chain((field) =>
    hopArbitrary(material, field).map((hop) => {
      return { kind: "one" as const, as: "one", on: null, hop, fields: [EDGE_ID, farNode()] };
    }),
  );
  const further = fc.oneof({ weight: 4, arbitrary: expand }, { weight: 1, arbitrary: one });
  return further.map((field) => [...NODE_FIELDS, field]);
}

function partsArbitrary(
  material: Material,
  type: TypeDefinition,
  keys: readonly GroupKey[],
  depth: number,
): fc.Arbitrary<readonly ConnectionPart[]> {
  return fc
    .tuple(fieldsArbitrary(material, type, depth), groupsArbitrary(keys))
    .map(([fields, groups]) => [{ kind: "nodes", as: "nodes", fields }, TOTAL, PAGE_INFO, groups]);
}

function groupsArbitrary(keys: readonly GroupKey[]) {
  return fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 2 }).map((by) => ({
    kind: "groups" as const,
    as: "groups",
    by,
    first: 10,
    subject: [ID],
    object: [ID],
  }));
}

function nodeGroupKeys(material: Material, type: TypeDefinition): readonly GroupKey[] {
  return groupKeys("node", nodeRefs(material, type));
}

/** Nothing is grouped by what sets each element apart. */
function groupKeys(on: "node" | "edge", refs: readonly PropertyRef[]): readonly GroupKey[] {
  const shared = refs.filter(({ name }) => name !== "id");
  return shared.flatMap((property) => [
    { kind: "property" as const, on, property },
    ...(property.type === "date" ? [{ kind: "year" as const, on, property }] : []),
  ]);
}

function expandable(material: Material, type: TypeDefinition): readonly RelationshipField[] {
  return type.relationships.filter((field) => hasEdges(material, field));
}
