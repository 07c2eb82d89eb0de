import { getNamedType } from "graphql";
import type { FieldNode, GraphQLObjectType } from "graphql";

import type { DisputeEdgeField, DisputeField, DisputePart, DisputesPlan } from "../../plan/plan.js";
import { inputError } from "../errors.js";
import { nodeFilter } from "./filter.js";
import { asInput } from "./input.js";
import type { Input } from "./input.js";
import { pageOf } from "./page.js";
import { asObjectType } from "./scope.js";
import type { RootField, Scope } from "./scope.js";
import { select } from "./select.js";
import { selectedFields } from "./selection.js";
import { visibilityOf } from "./visibility.js";

/** @throws PlenaryError BAD_USER_INPUT where no type has the property asked for */
export function disputesPlan(root: RootField, args: Input): DisputesPlan {
  const { scope, name } = root;
  const { ontology } = scope.vocabulary;
  return {
    kind: "disputes",
    relationships: [...ontology.relationships.values()].filter((one) => one.contradiction).map(({ type }) => type),
    visible: visibilityOf(scope, null),
    where: nodeFilter(scope, "Entity", asInput(args["where"]), `${name}(where)`),
    property: propertyName(scope, args["property"] ?? null, name),
    settled: typeof args["settled"] === "boolean" ? args["settled"] : null,
    page: pageOf(args, "disputes", 1, name),
    parts: disputeParts(scope, asObjectType(root.type), root.nodes),
  };
}

function propertyName({ vocabulary }: Scope, given: unknown, at: string): string | null {
  if (typeof given !== "string") return null;
  const types = [...vocabulary.ontology.types.values()];
  const names = new Set(types.flatMap((type) => type.properties.map((property) => property.name)));
  names.delete("id");
  if (names.has(given)) return given;
  throw inputError(
    `${at}(property): no type has a property ${JSON.stringify(given)}. Valid: ${[...names].join(", ")}.`,
  );
}

function disputeParts(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): DisputePart[] {
  return selectedFields(scope, type, nodes).map(({ key: as, name, definition, nodes: selected }): DisputePart => {
    const target = (): GraphQLObjectType => asObjectType(getNamedType(definition.type));
    switch (name) {
      case "edges":
        return { as, kind: "edges", fields: disputeEdge(scope, target(), selected) };
      case "nodes":
        return { as, kind: "nodes", fields: disputeFields(scope, target(), selected) };
      case "totalCount":
      case "pageInfo":
        return { as, kind: name };
      default:
        throw new Error(`A connection of disputes has no field called ${name}`);
    }
  });
}

function disputeEdge(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): DisputeEdgeField[] {
  return selectedFields(scope, type, nodes).map(({ key: as, name, definition, nodes: selected }): DisputeEdgeField => {
    if (name === "cursor") return { as, kind: "cursor" };
    return { as, kind: "self", fields: disputeFields(scope, asObjectType(getNamedType(definition.type)), selected) };
  });
}

function disputeFields(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): DisputeField[] {
  return selectedFields(scope, type, nodes).map(({ key: as, name, definition, nodes: selected }): DisputeField => {
    const target = getNamedType(definition.type);
    switch (name) {
      case "id":
      case "property":
      case "settled":
        return { as, kind: "value", name };
      case "claims":
        return { as, kind: "claims", fields: select.records(scope, asObjectType(target), selected) };
      case "node":
      case "other":
        return {
          as,
          kind: "end",
          end: name,
          fields: select.nodes(scope, scope.vocabulary.concrete(target.name), selected),
        };
      case "link":
        return { as, kind: "link", fields: select.edges(scope, asObjectType(target), selected) };
      default:
        throw new Error(`A dispute has no field called ${name}`);
    }
  });
}
