import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  isInputType,
  isInterfaceType,
  isOutputType,
  Kind,
  parseType,
} from "graphql";
import type {
  GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLType,
  TypeNode,
} from "graphql";

const BUILT_IN = [GraphQLID, GraphQLString, GraphQLInt, GraphQLFloat, GraphQLBoolean];

/** The named types of a schema under construction. Fields refer to them by name, written as in SDL: `[Evidence!]!`. */
export class Registry {
  readonly #types = new Map<string, GraphQLNamedType>(BUILT_IN.map((type) => [type.name, type]));

  /** @throws Error where two types of the API would have one name */
  add(types: readonly GraphQLNamedType[]): void {
    for (const type of types) {
      if (this.#types.has(type.name)) {
        throw new Error(
          `The API would have two types called ${type.name}: the ontology needs another name for one of them.`,
        );
      }
      this.#types.set(type.name, type);
    }
  }

  all(): GraphQLNamedType[] {
    return [...this.#types.values()];
  }

  output(reference: string): GraphQLOutputType {
    const type = this.#resolve(parseType(reference));
    if (!isOutputType(type)) throw new Error(`${reference} is not an output type`);
    return type;
  }

  input(reference: string): GraphQLInputType {
    const type = this.#resolve(parseType(reference));
    if (!isInputType(type)) throw new Error(`${reference} is not an input type`);
    return type;
  }

  interface(name: string): GraphQLInterfaceType {
    const type = this.#named(name);
    if (!isInterfaceType(type)) throw new Error(`${name} is not an interface`);
    return type;
  }

  #resolve(node: TypeNode): GraphQLType {
    if (node.kind === Kind.LIST_TYPE) return new GraphQLList(this.#resolve(node.type));
    if (node.kind === Kind.NON_NULL_TYPE) {
      const type = this.#resolve(node.type);
      return type instanceof GraphQLNonNull ? type : new GraphQLNonNull(type);
    }
    return this.#named(node.name.value);
  }

  #named(name: string): GraphQLNamedType {
    const type = this.#types.get(name);
    if (type === undefined) throw new Error(`The API has no type called ${name}`);
    return type;
  }
}
