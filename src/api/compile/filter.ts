import type { PropertyDefinition, RelationshipField } from "../../ontology/model.js";
import type { Counted, EdgeFilter, Hop, NodeFilter, PropertyRef, Quantified } from "../../plan/filter.js";
import { inputError } from "../errors.js";
import { dataType } from "../vocabulary.js";
import { checkTerms, comparisons } from "./comparison.js";
import { asInput, givenFields } from "./input.js";
import type { Input } from "./input.js";
import type { Scope } from "./scope.js";
import { visibilityOf } from "./visibility.js";

/**
 * The filter that a `Where` means for nodes of a type or interface; null where it asks for nothing.
 *
 * @param at where it stands, for messages
 * @throws PlenaryError BAD_USER_INPUT where the type has no such field
 */
export function nodeFilter(scope: Scope, typeName: string, where: Input | null, at: string): NodeFilter | null {
  if (where === null) return null;
  const type = scope.vocabulary.type(typeName);
  const inner = (value: unknown, path: string): NodeFilter =>
    nodeFilter(scope, typeName, asInput(value), path) ?? all([]);
  const parts = givenFields(where, at).flatMap(([name, value]): NodeFilter[] => {
    const path = `${at}.${name}`;
    const connective = connectiveOf(name, value, path, inner);
    if (connective !== null) return [connective];
    const filter = asInput(value) ?? {};
    const builtIn = NODE_BUILTINS[name];
    if (builtIn !== undefined) return comparisons(builtIn, filter, path);
    const property = type.properties.find((one) => one.name === name);
    if (property !== undefined) return propertyFilter(scope, property, filter, path);
    const field = type.relationships.find((one) => one.name === name);
    if (field !== undefined) return quantifiers(scope, field, filter, path);
    const names = [
      ...Object.keys(NODE_BUILTINS),
      ...type.properties.map((one) => one.name),
      ...type.relationships.map((one) => one.name),
    ];
    throw inputError(`${at}: ${typeName} has no ${name}. Valid here: ${unique(names)}.`);
  });
  return joined(parts);
}

/**
 * The filter that a `LinkWhere` means for edges of some relationship types; null where it asks for nothing.
 *
 * @throws PlenaryError BAD_USER_INPUT where none of them has such a property
 */
export function linkFilter(
  scope: Scope,
  relationships: readonly string[],
  where: Input | null,
  at: string,
): EdgeFilter | null {
  if (where === null) return null;
  const inner = (value: unknown, path: string): EdgeFilter =>
    linkFilter(scope, relationships, asInput(value), path) ?? all([]);
  const parts = givenFields(where, at).flatMap(([name, value]): EdgeFilter[] => {
    const path = `${at}.${name}`;
    const connective = connectiveOf(name, value, path, inner);
    if (connective !== null) return [connective];
    if (name === "derived") return [{ kind: "compare", property: DERIVED, operator: "eq", value: value === true }];
    const filter = asInput(value) ?? {};
    if (name === "subject" || name === "object") {
      const type = scope.vocabulary.endType(relationships, name).name;
      const node = nodeFilter(scope, type, filter, path);
      return node === null ? [] : [{ kind: "end", end: name, node }];
    }
    const builtIn = LINK_BUILTINS[name];
    if (builtIn !== undefined) return comparisons(builtIn, filter, path);
    const properties = scope.vocabulary.linkProperties(relationships);
    const property = properties.find((one) => one.name === name);
    if (property !== undefined) return propertyFilter(scope, property, filter, path);
    const names = [...Object.keys(LINK_BUILTINS), "derived", "subject", "object", ...properties.map((one) => one.name)];
    throw inputError(
      `${at}: ${relationships.join(" and ")} ${relationships.length === 1 ? "has" : "have"} no ${name}. Valid here: ${unique(names)}.`,
    );
  });
  return joined(parts);
}

/** The hop of a relationship field: which edges, which of them are seen, and what they must satisfy. */
export function hop(scope: Scope, field: RelationshipField, edge: Input | null, at: string): Hop {
  return {
    relationships: field.relationships,
    direction: DIRECTIONS[field.direction],
    edge: linkFilter(scope, field.relationships, edge, `${at}(edge)`),
    visible: visibilityOf(scope, edge),
  };
}

/** What a `NodeQuantifier` asks: each of some, none, all and count on its own. */
function quantifiers(scope: Scope, field: RelationshipField, input: Input, at: string): NodeFilter[] {
  const given = givenFields(input, at);
  const over = hop(scope, field, asInput(input["edge"]), at);
  const asked = given.flatMap(([name, value]): NodeFilter[] => {
    if (name === "edge") return [];
    if (name === "count") return counts(over, asInput(value) ?? {}, `${at}.count`);
    const node = nodeFilter(scope, field.target, asInput(value), `${at}.${name}`);
    return [{ kind: "quantified", quantifier: name as Quantified["quantifier"], hop: over, node }];
  });
  if (asked.length > 0 || input["edge"] === undefined) return asked;
  return [{ kind: "quantified", quantifier: "some", hop: over, node: null }];
}

function counts(over: Hop, filter: Input, at: string): Counted[] {
  return givenFields(filter, at).map(([operator, value]) => {
    if (operator === "exists")
      throw inputError(`${at}.exists: a count always exists. Compare it with eq, in, gt, gte, lt or lte.`);
    return { kind: "counted", hop: over, operator: operator as Counted["operator"], value: value as Counted["value"] };
  });
}

/** A property's own filter, or one for each field of its value object. */
function propertyFilter(
  scope: Scope,
  property: PropertyDefinition,
  filter: Input,
  at: string,
): NodeFilter[] & EdgeFilter[] {
  const type = dataType(property.type);
  if (type !== null) {
    checkTerms(scope.vocabulary, property, filter, at);
    return comparisons({ name: property.name, type, list: property.list }, filter, at);
  }
  const refs = property.type.kind === "value" ? scope.vocabulary.valueRefs(property) : [];
  return givenFields(filter, at).flatMap(([name, value]) => {
    const ref = refs.find((one) => one.name === `${property.name}.${name}`);
    return ref === undefined ? [] : comparisons(ref, asInput(value) ?? {}, `${at}.${name}`);
  });
}

type Connective<F> =
  { readonly kind: "and" | "or"; readonly of: readonly F[] } | { readonly kind: "not"; readonly of: F };

function connectiveOf<F>(
  name: string,
  value: unknown,
  at: string,
  inner: (value: unknown, at: string) => F,
): Connective<F> | null {
  if (name === "not") return { kind: "not", of: inner(value, at) };
  if (name !== "and" && name !== "or") return null;
  return { kind: name, of: (value as readonly unknown[]).map((part, index) => inner(part, `${at}[${index}]`)) };
}

function joined<F>(parts: readonly F[]): F | ReturnType<typeof all<F>> | null {
  const [only] = parts;
  if (only === undefined) return null;
  return parts.length === 1 ? only : all(parts);
}

function all<F>(of: readonly F[]): { readonly kind: "and"; readonly of: readonly F[] } {
  return { kind: "and", of };
}

function unique(names: readonly string[]): string {
  return [...new Set(names)].join(", ");
}

const DIRECTIONS = { OUT: "out", IN: "in", BOTH: "both" } as const;

const DERIVED: PropertyRef = { name: "derived", type: "boolean", list: false };

/** What can be asked of every node, by the name of the input field. */
const NODE_BUILTINS: Readonly<Record<string, PropertyRef>> = {
  id: { name: "id", type: "id", list: false },
  type: { name: "type", type: "enum", list: false },
  alias: { name: "alias", type: "string", list: true },
};

/** What can be asked of every edge, by the name of the input field. */
const LINK_BUILTINS: Readonly<Record<string, PropertyRef>> = {
  id: { name: "id", type: "id", list: false },
  type: { name: "type", type: "enum", list: false },
  date: { name: "date", type: "date", list: false },
  from: { name: "from", type: "date", list: false },
  until: { name: "until", type: "date", list: false },
  modality: { name: "modality", type: "enum", list: false },
  rank: { name: "rank", type: "enum", list: false },
  corroboration: { name: "corroboration", type: "int", list: false },
  source: { name: "sources", type: "id", list: true },
};
