import { GraphQLError, Kind, parse, valueFromASTUntyped } from "graphql";
import type {
  ASTNode,
  ConstDirectiveNode,
  DefinitionNode,
  EnumTypeDefinitionNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  TypeNode,
} from "graphql";

import { OntologyError } from "./errors.js";

/** The definitions of an ontology file by the part they play, still as syntax. */
export interface OntologyDocument {
  readonly interfaces: ReadonlyMap<string, InterfaceTypeDefinitionNode>;
  readonly nodes: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly values: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly propertySets: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly enums: ReadonlyMap<string, EnumTypeDefinitionNode>;
}

/** The arguments of a directive, untyped: absent arguments are undefined. */
export type DirectiveArguments = Readonly<Record<string, unknown>>;

/** Collects mistakes, so that all of them are reported at once. */
export class Problems {
  readonly #problems: string[] = [];

  add(at: ASTNode, message: string): void {
    const line = at.loc?.startToken.line ?? 0;
    const column = at.loc?.startToken.column ?? 0;
    this.#problems.push(`${line}:${column}: ${message}`);
  }

  throwIfAny(): void {
    if (this.#problems.length > 0) throw new OntologyError(this.#problems);
  }
}

/** Parses SDL and sorts its definitions. The enum of a relationship field's direction is syntax, not vocabulary. */
export function readDocument(sdl: string, problems: Problems): OntologyDocument {
  const interfaces = new Map<string, InterfaceTypeDefinitionNode>();
  const enums = new Map<string, EnumTypeDefinitionNode>();
  const objects = { nodes: objectMap(), values: objectMap(), propertySets: objectMap() };
  const seen = new Set<string>();
  for (const definition of parseSdl(sdl)) {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "Direction") continue;
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(definition.name.value, definition);
    else if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) interfaces.set(definition.name.value, definition);
    else if (definition.kind === Kind.OBJECT_TYPE_DEFINITION && partOf(definition) !== null) {
      objects[partOf(definition) ?? "nodes"].set(definition.name.value, definition);
    } else {
      problems.add(
        definition,
        "only interfaces, enums, and types with @node, @value or @relationshipProperties belong in an ontology",
      );
      continue;
    }
    if (seen.has(definition.name.value)) problems.add(definition, `${definition.name.value} is defined twice`);
    seen.add(definition.name.value);
  }
  return { interfaces, enums, ...objects };
}

function objectMap(): Map<string, ObjectTypeDefinitionNode> {
  return new Map();
}

/** A type's part is said by its directive. */
function partOf(definition: ObjectTypeDefinitionNode): "nodes" | "values" | "propertySets" | null {
  if (directive(definition, "node") !== null) return "nodes";
  if (directive(definition, "value") !== null) return "values";
  return directive(definition, "relationshipProperties") === null ? null : "propertySets";
}

function parseSdl(sdl: string): readonly DefinitionNode[] {
  try {
    return parse(sdl).definitions;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const at = error.locations?.[0];
    throw new OntologyError([`${at?.line ?? 0}:${at?.column ?? 0}: ${error.message}`]);
  }
}

/** The arguments of the named directive, or null where it is not there. */
export function directive(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): DirectiveArguments | null {
  const found = node.directives?.find((candidate) => candidate.name.value === name);
  if (found === undefined) return null;
  return Object.fromEntries(
    (found.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  );
}

export function description(node: { readonly description?: { readonly value: string } | undefined }): string {
  return node.description?.value.trim() ?? "";
}

/** A field's type without wrappers: `[Resolution!]!` is a required list of `Resolution`. */
export function unwrap(field: FieldDefinitionNode): {
  readonly name: string;
  readonly list: boolean;
  readonly required: boolean;
} {
  let type: TypeNode = field.type;
  const required = type.kind === Kind.NON_NULL_TYPE;
  if (type.kind === Kind.NON_NULL_TYPE) type = type.type;
  const list = type.kind === Kind.LIST_TYPE;
  while (type.kind !== Kind.NAMED_TYPE) type = type.type;
  return { name: type.name.value, list, required };
}
