import fc from "fast-check";

import type { GraphRecords } from "../../src/graph/record.js";
import type { Ontology, PropertyDefinition, RelationshipField, TypeDefinition } from "../../src/ontology/model.js";
import type {
  Comparison,
  Counted,
  DataType,
  EdgeFilter,
  Hop,
  NodeFilter,
  Operator,
  PropertyRef,
  Quantified,
  Scalar,
  Visibility,
} from "../../src/plan/filter.js";
import { edgeValues, nodeValues } from "./oracle.js";
import { EVERYTHING, ref, SHOWN } from "./plans.js";

/** What random filters are made of: an ontology, and records whose values make them neither empty nor trivial. */
export interface Material {
  readonly ontology: Ontology;
  readonly records: GraphRecords;
}

const EDGE_REFS: readonly PropertyRef[] = [
  ref("id", "id"),
  ref("type", "enum"),
  ref("key", "string"),
  ref("subject", "id"),
  ref("object", "id"),
  ref("date", "date"),
  ref("from", "date"),
  ref("until", "date"),
  ref("modality", "enum"),
  ref("rank", "enum"),
  ref("corroboration", "int"),
  ref("sources", "id", true),
  ref("derived", "boolean"),
];

/** What edges let through is seen: the default, everything, or some modalities. */
export const visibilityArbitrary: fc.Arbitrary<Visibility> = fc.constantFrom(SHOWN, EVERYTHING, {
  modalities: ["ACTUAL", "PLANNED", "DENIED"],
  ranks: null,
});

/** Every property that nodes of a type or interface can be compared by. */
export function nodeRefs({ ontology }: Material, type: TypeDefinition): readonly PropertyRef[] {
  return [
    ref("type", "enum"),
    ref("alias", "string", true),
    ...type.properties.flatMap((property) => refsOf(ontology, property)),
  ];
}

/** Every property that edges of some relationship types, all of one property set, can be compared by. */
export function edgeRefs({ ontology }: Material, set: string | null): readonly PropertyRef[] {
  const own = set === null ? [] : (ontology.propertySets.get(set)?.properties ?? []);
  return [...EDGE_REFS, ...own.flatMap((property) => refsOf(ontology, property))];
}

function refsOf(ontology: Ontology, { name, type, list }: PropertyDefinition): readonly PropertyRef[] {
  if (type.kind === "enum") return [ref(name, "enum", list)];
  if (type.kind === "scalar") return [ref(name, dataType(type.name), list)];
  const fields = ontology.values.get(type.name)?.properties ?? [];
  return fields.flatMap((field) =>
    refsOf(ontology, field).map((one) => ref(`${name}.${one.name}`, one.type, list || one.list)),
  );
}

function dataType(scalar: string): DataType {
  const types: Readonly<Record<string, DataType>> = {
    ID: "id",
    Int: "int",
    Float: "float",
    Boolean: "boolean",
    Date: "date",
  };
  return types[scalar] ?? "string";
}

/** Filters made already: those of one type recur below the fields of many others. */
const made = new WeakMap<Material, Map<string, fc.Arbitrary<unknown>>>();

function once<T>(material: Material, name: string, make: () => fc.Arbitrary<T>): fc.Arbitrary<T> {
  const known = made.get(material) ?? new Map<string, fc.Arbitrary<unknown>>();
  made.set(material, known);
  const arbitrary = known.get(name) ?? make();
  known.set(name, arbitrary);
  return arbitrary as fc.Arbitrary<T>;
}

/** Filters over the nodes of a type or interface. */
export function nodeFilterArbitrary(material: Material, type: TypeDefinition, depth = 2): fc.Arbitrary<NodeFilter> {
  return once(material, `${type.name} ${depth}`, () => makeNodeFilter(material, type, depth));
}

function makeNodeFilter(material: Material, type: TypeDefinition, depth: number): fc.Arbitrary<NodeFilter> {
  const nodes = material.records.nodes.filter((node) => type.concrete.includes(node.type));
  const comparisons = nodeRefs(material, type).map((property) =>
    comparisonArbitrary(
      property,
      nodes.map((node) => nodeValues(node, property)),
    ),
  );
  const comparison = fc.oneof(...comparisons);
  if (depth === 0) return comparison;
  const inner = nodeFilterArbitrary(material, type, depth - 1);
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  const fields = type.relationships.filter((field) => hasEdges(material, field));
  const over = fields.map((field) => quantifiedArbitrary(material, field, depth - 1));
  return fc.oneof(
    { weight: 6, arbitrary: comparison },
    { weight: 1, arbitrary: list.map((of) => ({ kind: "and", of }) as const) },
    { weight: 2, arbitrary: list.map((of) => ({ kind: "or", of }) as const) },
    { weight: 2, arbitrary: inner.map((of) => ({ kind: "not", of }) as const) },
    ...(over.length === 0 ? [] : [{ weight: 4, arbitrary: fc.oneof(...over) }]),
  );
}

/** Filters over the edges of a property set. */
export function edgeFilterArbitrary(
  material: Material,
  relationships: readonly string[],
  set: string | null,
  depth = 1,
): fc.Arbitrary<EdgeFilter> {
  const name = [...relationships, depth].join(" ");
  return once(material, name, () => makeEdgeFilter(material, relationships, set, depth));
}

function makeEdgeFilter(
  material: Material,
  relationships: readonly string[],
  set: string | null,
  depth: number,
): fc.Arbitrary<EdgeFilter> {
  const edges = material.records.edges.filter((edge) => relationships.includes(edge.type));
  const comparison = fc.oneof(
    ...edgeRefs(material, set).map((property) =>
      comparisonArbitrary(
        property,
        edges.map((edge) => edgeValues(edge, property)),
      ),
    ),
  );
  if (depth === 0) return comparison;
  const inner = edgeFilterArbitrary(material, relationships, set, depth - 1);
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  const entity = material.ontology.types.get("Entity");
  const end = fc.constantFrom("subject", "object");
  return fc.oneof(
    { weight: 3, arbitrary: comparison },
    { weight: 1, arbitrary: list.map((of) => ({ kind: "and", of }) as const) },
    { weight: 1, arbitrary: list.map((of) => ({ kind: "or", of }) as const) },
    { weight: 1, arbitrary: inner.map((of) => ({ kind: "not", of }) as const) },
    ...(entity === undefined
      ? []
      : [
          {
            weight: 1,
            arbitrary: fc.record({
              kind: fc.constant("end" as const),
              end,
              node: nodeFilterArbitrary(material, entity, 0),
            }),
          },
        ]),
  );
}

/** The hop of a relationship field. */
export function hopArbitrary(material: Material, field: RelationshipField): fc.Arbitrary<Hop> {
  const edge = edgeFilterArbitrary(material, field.relationships, field.properties);
  const directions = { OUT: "out", IN: "in", BOTH: "both" } as const;
  return fc.record({
    relationships: fc.constant(field.relationships),
    direction: fc.constant(directions[field.direction]),
    edge: fc.option(edge, { nil: null, freq: 2 }),
    visible: visibilityArbitrary,
  });
}

/** Whether any edge of the records can be read by a field. */
export function hasEdges({ records }: Material, field: RelationshipField): boolean {
  return records.edges.some((edge) => field.relationships.includes(edge.type));
}

function quantifiedArbitrary(
  material: Material,
  field: RelationshipField,
  depth: number,
): fc.Arbitrary<Quantified | Counted> {
  const target = material.ontology.types.get(field.target);
  const hop = hopArbitrary(material, field);
  const node =
    target === undefined
      ? fc.constant(null)
      : fc.option(nodeFilterArbitrary(material, target, depth), { nil: null, freq: 3 });
  const small = fc.integer({ min: 0, max: 3 });
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("quantified" as const),
        quantifier: fc.constantFrom("some", "none", "all"),
        hop,
        node,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("counted" as const),
        hop,
        operator: fc.constantFrom("eq", "gt", "gte", "lt", "lte"),
        value: small,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("counted" as const),
        hop,
        operator: fc.constant("in" as const),
        value: fc.array(small, { maxLength: 2 }),
      }),
    },
  );
}

const OPERATORS: Readonly<Record<DataType, readonly Operator[]>> = {
  id: ["eq", "in", "contains", "startsWith", "gt", "gte", "lt", "lte", "exists"],
  string: ["eq", "in", "contains", "startsWith", "gt", "gte", "lt", "lte", "exists"],
  enum: ["eq", "in", "exists"],
  int: ["eq", "in", "gt", "gte", "lt", "lte", "exists"],
  float: ["eq", "in", "gt", "gte", "lt", "lte", "exists"],
  boolean: ["eq", "exists"],
  date: ["eq", "in", "gt", "gte", "lt", "lte", "exists"],
};

/** Operands that nothing in the records is equal to, for properties that have no value there either. */
const STRANGE: Readonly<Record<DataType, Scalar>> = {
  id: "b",
  string: "b",
  enum: "ACTUAL",
  int: 2,
  float: 2.5,
  boolean: true,
  date: "2012-05",
};

/**
 * Comparisons with values that the property really has, parts of them, and now and then another; weighted so that most tell the elements
 * apart.
 *
 * @param rows the values of each element
 */
function comparisonArbitrary(
  property: PropertyRef,
  rows: readonly (readonly Scalar[])[],
): fc.WeightedArbitrary<Comparison> {
  const known = [...new Set(rows.flat())];
  const operand: fc.Arbitrary<Scalar> = fc.constantFrom(
    ...known,
    ...(known.length < 2 ? [STRANGE[property.type]] : []),
  );
  const missing = rows.filter((values) => values.length === 0).length;
  const partly = missing > 0 && missing < rows.length;
  const operators = OPERATORS[property.type].filter((operator) => partly || operator !== "exists");
  const arbitrary = fc.constantFrom(...operators).chain((operator) =>
    operandArbitrary(operator, operand, property.type).map((value): Comparison => ({
      kind: "compare",
      property,
      operator,
      value,
    })),
  );
  return { weight: partly || known.length > 1 ? 20 : 1, arbitrary };
}

function operandArbitrary(
  operator: Operator,
  operand: fc.Arbitrary<Scalar>,
  type: DataType,
): fc.Arbitrary<Comparison["value"]> {
  if (operator === "exists") return fc.boolean();
  if (operator === "in") return fc.array(operand, { minLength: 1, maxLength: 3 });
  if (operator === "startsWith") return operand.map((value) => characters(value).slice(0, 2).join(""));
  if (operator === "contains") return operand.map((value) => characters(value).slice(1, 3).join(""));
  if (type !== "date") return operand;
  return fc.tuple(operand, fc.constantFrom(4, 7, 10)).map(([value, length]) => String(value).slice(0, length));
}

/** Code points, not UTF-16 units: half of one is no text. */
function characters(value: Scalar): string[] {
  return Array.from(String(value));
}
