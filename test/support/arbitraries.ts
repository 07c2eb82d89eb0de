import fc from "fast-check";

import type { Ontology, RelationshipField, TypeDefinition } from "../../src/ontology/model.js";
import type { PropertyRef } from "../../src/plan/filter.js";
import type {
  ConnectionPart,
  ExpandField,
  GroupKey,
  LinksPlan,
  LookupPlan,
  Order,
  Page,
  ScanPlan,
} from "../../src/plan/plan.js";
import { EDGE_ID, farNode, ID, OMITTED, PAGE_INFO, TOTAL } from "./plans.js";
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
export { recordsArbitrary, shuffled } from "./random-records.js";

/** The types and interfaces that random plans start from. */
const ROOTS = ["State", "Vote", "Resolution", "Statement", "Source", "Actor", "Goal", "Gathering", "Entity"] as const;
const FAMILIES: readonly { readonly relationships: readonly string[]; readonly set: string | null }[] = [
  { relationships: ["VETOED", "BLOCKED"], set: "Blocking" },
  { relationships: ["CAST"], set: "Cast" },
  { relationships: ["HAS_RELATIONS_WITH", "MEMBER_OF"], set: "Relation" },
  { relationships: ["MENTIONS"], set: "Mention" },
  { relationships: ["ABOUT", "MADE", "RECOMMENDED", "ON", "HOLDS"], set: null },
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

/** Random scans, with expansions below them. */
export function scanArbitrary(material: Material): fc.Arbitrary<ScanPlan> {
  return rootArbitrary(material.ontology).chain((type) =>
    fc.record({
      kind: fc.constant("scan" as const),
      types: fc.constant(type.concrete),
      where: fc.option(nodeFilterArbitrary(material, type), { nil: null, freq: 6 }),
      order: orderArbitrary("node", nodeRefs(material, type)),
      page: pageArbitrary,
      parts: partsArbitrary(material, type, nodeGroupKeys(material, type), 2),
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
        { kind: "nodes" as const, as: "nodes", fields: [EDGE_ID] },
        TOTAL,
        PAGE_INFO,
        OMITTED,
        groups,
      ]),
    });
  });
}

/** Random lookups by id, with expansions below them; some ids are of no node. */
export function lookupArbitrary(material: Material): fc.Arbitrary<LookupPlan> {
  return rootArbitrary(material.ontology).chain((type) => {
    const ids = material.records.nodes.filter((node) => type.concrete.includes(node.type)).map((node) => node.id);
    return fc.record({
      kind: fc.constant("lookup" as const),
      property: fc.constant("id"),
      values: fc.array(fc.constantFrom(...ids, "nobody"), { minLength: 1, maxLength: 3 }),
      types: fc.constant(type.concrete),
      fields: expandArbitrary(material, type, 2).map((expand) => [ID, { ...expand, as: "hop", on: null }]),
    });
  });
}

/** Random plans of the kinds that engines share. */
export function planArbitrary(material: Material): fc.Arbitrary<ScanPlan | LinksPlan | LookupPlan> {
  return fc.oneof(scanArbitrary(material), linksArbitrary(material), lookupArbitrary(material));
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
        { kind: "edges", as: "edges", fields: [EDGE_ID, { kind: "cursor", as: "cursor" }, farNode()] },
        OMITTED,
      ]),
    });
  });
}

function partsArbitrary(
  material: Material,
  type: TypeDefinition,
  keys: readonly GroupKey[],
  depth: number,
): fc.Arbitrary<readonly ConnectionPart[]> {
  const nested =
    depth === 0 || expandable(material, type).length === 0
      ? fc.constant([])
      : expandArbitrary(material, type, depth).map((expand) => [{ ...expand, as: "hop", on: null }]);
  return fc
    .tuple(nested, groupsArbitrary(keys))
    .map(([fields, groups]) => [{ kind: "nodes", as: "nodes", fields: [ID, ...fields] }, TOTAL, PAGE_INFO, groups]);
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

function groupKeys(on: "node" | "edge", refs: readonly PropertyRef[]): readonly GroupKey[] {
  return refs.flatMap((property) => [
    { kind: "property" as const, on, property },
    ...(property.type === "date" ? [{ kind: "year" as const, on, property }] : []),
  ]);
}

function expandable(material: Material, type: TypeDefinition): readonly RelationshipField[] {
  return type.relationships.filter((field) => hasEdges(material, field));
}
