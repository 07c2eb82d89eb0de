import type { PropertyDefinition, RelationshipField } from "../../ontology/model.js";
import type { Counted, EdgeFilter, Hop, NodeFilter, PropertyRef, Quantified } from "../../plan/filter.js";
import { inputError } from "../errors.js";
import { checkTerms, comparisons } from "./comparison.js";
import { asInput, givenFields } from "./input.js";
import type { Input } from "./input.js";
import type { Scope } from "./scope.js";
import { visibilityOf } from "./visibility.js";

/**
 * The filter that a `Where` means for nodes of a type or interface; null where it asks for nothing. An interface has every field
 * that one of its types has; of the others, nodes have no value.
 *
 * @param at where it stands, for messages
 * @throws PlenaryError BAD_USER_INPUT where the type has no such field
 */
export function nodeFilter(scope: Scope, typeName: string, where: Input | null, at: string): NodeFilter | null {
  if (where === null) return null;
  const properties = scope.vocabulary.nodeProperties(typeName);
  const relationships = scope.vocabulary.nodeRelationships(typeName);
  const inner = (value: unknown, path: string): NodeFilter =>
    nodeFilter(scope, typeName, asInput(value), path) ?? all([]);
  const parts = givenFields(where, at).flatMap(([name, value]): NodeFilter[] => {
    const path = `${at}.${name}`;
    const connective = connectiveOf(name, value, path, inner);
    if (connective !== null) return [connective];
    const filter = asInput(value) ?? {};
    const builtIn = NODE_BUILTINS[name];
    if (builtIn !== undefined) return comparisons(builtIn, filter, path);
    const property = properties.get(name);
    if (property !== undefined) return propertyFilter(scope, property, filter, path);
    const fields = relationships.get(name);
    if (fields !== undefined) return relationshipFilter(scope, typeName, fields, filter, path);
    const names = [...Object.keys(NODE_BUILTINS), ...properties.keys(), ...relationships.keys()];
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
  if (where["derived"] === null) throw inputError(`${at}.derived is null. Leave it out, or give true or false.`);
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
    if (property !== undefined) return propertyFilter(scope, [property], filter, path);
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

/**
 * What is asked of a relationship field that several types may have. One name may stand for different relationships, such as the
 * votes on a resolution and those taken at a meeting: then each type is asked about its own.
 */
function relationshipFilter(
  scope: Scope,
  typeName: string,
  fields: readonly RelationshipField[],
  input: Input,
  at: string,
): NodeFilter[] {
  const firsts = fields.filter((field, index) => fields.findIndex((one) => sameHop(one, field)) === index);
  const asked = firsts.map((field) => {
    const same = fields.filter((one) => sameHop(one, field));
    const types = scope.vocabulary
      .concrete(typeName)
      .filter((type) => scope.vocabulary.type(type).relationships.some((one) => same.includes(one)));
    return { types, parts: quantifiers(scope, widest(scope, field, same), input, at) };
  });
  const [usual, ...others] = asked;
  if (usual === undefined || usual.parts.length === 0) return [];
  if (others.length === 0) return usual.parts;
  const ofTypes = (types: readonly string[]): NodeFilter => ({
    kind: "compare",
    property: NODE_TYPE,
    operator: "in",
    value: types,
  });
  const elsewhere = others.flatMap(({ types }) => types);
  return [
    {
      kind: "or",
      of: [
        all([{ kind: "not", of: ofTypes(elsewhere) }, ...usual.parts]),
        ...others.map(({ types, parts }) => all([ofTypes(types), ...parts])),
      ],
    },
  ];
}

/** Whether two fields look along the same relationships the same way. */
function sameHop(a: RelationshipField, b: RelationshipField): boolean {
  return a.direction === b.direction && a.relationships.join() === b.relationships.join();
}

/** One field for several that look along the same relationships: it leads wherever one of them leads. */
function widest(scope: Scope, field: RelationshipField, others: readonly RelationshipField[]): RelationshipField {
  if (others.every(({ target }) => target === field.target)) return field;
  const targets = [field, ...others].flatMap(({ target }) => scope.vocabulary.concrete(target));
  return { ...field, target: scope.vocabulary.covering(targets).name };
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

/** The filter of a property as the types at hand declare it, or one for each field of its value object. */
function propertyFilter(
  scope: Scope,
  declared: readonly PropertyDefinition[],
  filter: Input,
  at: string,
): NodeFilter[] & EdgeFilter[] {
  const refs = scope.vocabulary.commonRefs(declared);
  const find = (name: string): PropertyRef => {
    const ref = refs.find((one) => one.name === name);
    if (ref === undefined)
      throw inputError(`${at}: types hold ${name} in different forms. Ask about one type at a time.`);
    return ref;
  };
  const name = declared[0]?.name ?? "";
  if (declared.every(({ type }) => type.kind === "value")) {
    return givenFields(filter, at).flatMap(([field, value]) =>
      comparisons(find(`${name}.${field}`), asInput(value) ?? {}, `${at}.${field}`),
    );
  }
  checkTerms(scope.vocabulary, declared, filter, at);
  return comparisons(find(name), filter, at);
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

const NODE_TYPE: PropertyRef = { name: "type", type: "enum", list: false };

/** What can be asked of every node, by the name of the input field. */
const NODE_BUILTINS: Readonly<Record<string, PropertyRef>> = {
  id: { name: "id", type: "id", list: false },
  type: NODE_TYPE,
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
