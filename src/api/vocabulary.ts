import { RANKS, MODALITIES } from "../ontology/model.js";
import type {
  Ontology,
  PropertyDefinition,
  PropertyType,
  RelationshipField,
  TypeDefinition,
} from "../ontology/model.js";
import type { DataType, PropertyRef } from "../plan/filter.js";
import { grouped } from "./grouped.js";

/** What an edge can be filtered, ordered and grouped by, whatever its relationship. Names as in `PropertyRef`. */
const LINK_BUILTINS: readonly PropertyRef[] = [
  { name: "id", type: "id", list: false },
  { name: "type", type: "enum", list: false },
  { name: "subject", type: "id", list: false },
  { name: "object", type: "id", list: false },
  { name: "date", type: "date", list: false },
  { name: "from", type: "date", list: false },
  { name: "until", type: "date", list: false },
  { name: "modality", type: "enum", list: false },
  { name: "rank", type: "enum", list: false },
  { name: "corroboration", type: "int", list: false },
  { name: "sources", type: "id", list: true },
  { name: "derived", type: "boolean", list: false },
];

const NODE_BUILTINS: readonly PropertyRef[] = [
  { name: "id", type: "id", list: false },
  { name: "type", type: "enum", list: false },
];

export type Refs = ReadonlyMap<string, PropertyRef>;

/** The ontology as the API needs it: which names are valid where, worked out once and kept. */
export class Vocabulary {
  readonly ontology: Ontology;
  readonly relationshipTypes: readonly string[];
  readonly #nodeRefs = new Map<string, Refs>();
  readonly #linkRefs = new Map<string, Refs>();

  constructor(ontology: Ontology) {
    this.ontology = ontology;
    this.relationshipTypes = [...ontology.relationships.keys()];
  }

  /** @throws Error where the ontology has no such type or interface */
  type(name: string): TypeDefinition {
    const type = this.ontology.types.get(name);
    if (type === undefined) throw new Error(`The ontology has no type called ${name}`);
    return type;
  }

  /** The type that the API itself speaks of, or `Entity` where the ontology does not have it. */
  orEntity(name: string): string {
    return this.ontology.types.has(name) ? name : "Entity";
  }

  /** The property in which a source says what it covers; null where the ontology has none. */
  get coverage(): PropertyDefinition | null {
    const source = this.ontology.types.get("Source");
    return source?.properties.find(({ type }) => type.kind === "value" && type.name === "Covers") ?? null;
  }

  /** The concrete types of a node type or interface. */
  concrete(name: string): readonly string[] {
    return this.type(name).concrete;
  }

  /** What nodes of a type can be ordered and grouped by, by name; a field of a value object is `value.field`. */
  nodeRefs(type: string): Refs {
    return remember(this.#nodeRefs, type, () => {
      const own = [...this.nodeProperties(type).values()].flatMap((all) => this.commonRefs(all));
      return byName([...NODE_BUILTINS, ...own]);
    });
  }

  /**
   * The properties that nodes of a type can have, by name: of an interface, those of every type that implements it, since a node
   * without a property only lacks a value. Types may give one name to different kinds of property.
   */
  nodeProperties(type: string): ReadonlyMap<string, readonly PropertyDefinition[]> {
    return grouped(this.#members(type).flatMap((member) => member.properties.filter(({ name }) => name !== "id")));
  }

  /** The relationship fields that nodes of a type can have, by name, likewise. */
  nodeRelationships(type: string): ReadonlyMap<string, readonly RelationshipField[]> {
    return grouped(this.#members(type).flatMap((member) => member.relationships));
  }

  /** The type itself before those that implement it, so that its own fields come first. */
  #members(name: string): TypeDefinition[] {
    const type = this.type(name);
    return [type, ...type.concrete.map((concrete) => this.type(concrete))];
  }

  /**
   * How a property compares over all the types that have it, one entry for each field of a value object. Texts and enum values
   * compare as texts; what types hold in different forms does not compare at all and is left out.
   */
  commonRefs(all: readonly PropertyDefinition[]): PropertyRef[] {
    const refs = grouped(all.flatMap((property) => refsOf(property, this.ontology)));
    return [...refs.values()].flatMap((same) => commonRef(same) ?? []);
  }

  /** What edges of some relationship types can be ordered and grouped by, by name. */
  linkRefs(relationships: readonly string[]): Refs {
    return remember(this.#linkRefs, relationships.join(), () => {
      const own = this.linkProperties(relationships).flatMap((property) => refsOf(property, this.ontology));
      return byName([...LINK_BUILTINS, ...own]);
    });
  }

  /** The declared properties that edges of at least one of these relationship types have. */
  linkProperties(relationships: readonly string[]): PropertyDefinition[] {
    const sets = new Set(relationships.map((type) => this.ontology.relationships.get(type)?.properties ?? null));
    const properties = [...sets].flatMap((set) =>
      set === null ? [] : (this.ontology.propertySets.get(set)?.properties ?? []),
    );
    return [...new Map(properties.map((property) => [property.name, property])).values()];
  }

  /** The most specific type or interface that covers everything at one end of some relationship types. */
  endType(relationships: readonly string[], end: "subject" | "object"): TypeDefinition {
    const found = relationships.flatMap((type) => this.ontology.relationships.get(type)?.ends ?? []);
    return this.covering(found.flatMap((pair) => (end === "subject" ? pair.subjects : pair.objects)));
  }

  /** The most specific type or interface that all of these concrete types are. */
  covering(concrete: readonly string[]): TypeDefinition {
    const candidates = [...this.ontology.types.values()].filter(
      (type) => type.plural !== "" && concrete.every((name) => type.concrete.includes(name)),
    );
    const narrower = (best: TypeDefinition, type: TypeDefinition): TypeDefinition =>
      type.concrete.length < best.concrete.length ? type : best;
    return candidates.reduce(narrower, this.type("Entity"));
  }

  /** The values an enum has: one of the ontology's, or one that every ontology has. */
  enumValues(name: string): readonly string[] {
    if (name === "Modality") return MODALITIES;
    if (name === "Rank") return RANKS;
    return this.ontology.enums.get(name)?.values.map((value) => value.name) ?? [];
  }
}

/** How values of a property compare; null for a value object, which is compared field by field. */
function dataType(type: PropertyType): DataType | null {
  if (type.kind === "enum") return "enum";
  if (type.kind === "value") return null;
  const types: Record<typeof type.name, DataType> = {
    ID: "id",
    String: "string",
    URL: "string",
    Int: "int",
    Float: "float",
    Boolean: "boolean",
    Date: "date",
  };
  return types[type.name];
}

/** The comparable values of a property: itself, or each field of its value object. */
function refsOf(property: PropertyDefinition, ontology: Ontology): PropertyRef[] {
  const type = dataType(property.type);
  if (type !== null) return [{ name: property.name, type, list: property.list }];
  const fields = property.type.kind === "value" ? (ontology.values.get(property.type.name)?.properties ?? []) : [];
  return fields
    .flatMap((field) => refsOf(field, ontology))
    .map((field) => ({ ...field, name: `${property.name}.${field.name}`, list: field.list || property.list }));
}

/** One reference for all that types call by one name, or null where they hold it in different forms. */
function commonRef(refs: readonly PropertyRef[]): PropertyRef | null {
  const [first] = refs;
  if (first === undefined || refs.some((ref) => ref.list !== first.list)) return null;
  if (refs.every((ref) => ref.type === first.type)) return first;
  return refs.every((ref) => TEXTS.includes(ref.type)) ? { ...first, type: "string" } : null;
}

const TEXTS: readonly DataType[] = ["id", "string", "enum"];

function byName(refs: readonly PropertyRef[]): Refs {
  return new Map(refs.map((ref) => [ref.name, ref]));
}

function remember<V>(known: Map<string, V>, key: string, make: () => V): V {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
