import { GraphQLInterfaceType, GraphQLObjectType } from "graphql";
import type { GraphQLNamedType } from "graphql";

import type { PropertyDefinition, RelationshipField } from "../../ontology/model.js";
import type { ApiContext } from "../context.js";
import { meaning } from "../meaning.js";
import { edgeCursor } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { planned, property } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import { linkName, propertyReference } from "./names.js";
import { records } from "./records.js";
import type { Registry } from "./registry.js";

/** `Relationship`, its edge types per target and property set, and the edges that stand alone: `Link` and each family. */
export function edgeTypes(vocabulary: Vocabulary, types: Registry): GraphQLNamedType[] {
  const { propertySets } = vocabulary.ontology;
  const families = [...propertySets.values()].flatMap((set) =>
    set.family === null
      ? []
      : [link(vocabulary, types, set.name, set.description, set.family.types, propertiesOf(types, set.properties))],
  );
  const everything = propertiesOf(types, vocabulary.linkProperties(vocabulary.relationshipTypes), true);
  return [
    new GraphQLInterfaceType({
      name: "Relationship",
      description: "What every edge of the graph has: when, whether it happened, how sure, and who says so.",
      fields: () => relationshipFields(types),
      resolveType: () => undefined,
    }),
    ...hopEdges(vocabulary).map((field) =>
      edge(types, `${linkName(field)}Edge`, `An edge to a ${field.target}.`, () => ({
        cursor: cursor(types),
        node: planned(types, `${field.target}!`, "What it leads to.", { kind: "end", end: "node" }),
        ...relationshipFields(types),
        ...propertiesOf(
          types,
          field.properties === null ? [] : (propertySets.get(field.properties)?.properties ?? []),
        )(),
      })),
    ),
    ...families,
    link(vocabulary, types, "Link", "Any edge of the graph.", vocabulary.relationshipTypes, everything),
  ];
}

/** One relationship field for each edge type that is needed. */
export function hopEdges(vocabulary: Vocabulary): RelationshipField[] {
  const fields = [...vocabulary.ontology.types.values()].flatMap((type) => type.relationships);
  return [...new Map(fields.map((field) => [linkName(field), field])).values()].sort((a, b) =>
    linkName(a) < linkName(b) ? -1 : 1,
  );
}

/** An element's place in its connection. */
export function cursor(types: Registry): Field {
  return {
    type: types.output("String!"),
    description: "Its place in this order, for `after` and `before`.",
    resolve: edgeCursor,
    ...meaning({ kind: "cursor" }),
  };
}

function link(
  vocabulary: Vocabulary,
  types: Registry,
  name: string,
  description: string,
  relationships: readonly string[],
  own: () => Fields,
): GraphQLObjectType {
  const end = (side: "subject" | "object", text: string): Field =>
    planned(types, `${vocabulary.endType(relationships, side).name}!`, text, { kind: "end", end: side });
  return edge(types, name, description, () => ({
    ...relationshipFields(types),
    subject: end("subject", "Where the edge starts: who did it."),
    object: end("object", "Where the edge leads: to whom or what."),
    ...own(),
  }));
}

function edge(types: Registry, name: string, description: string, fields: () => Fields): GraphQLObjectType {
  return new GraphQLObjectType<unknown, ApiContext>({
    name,
    description,
    interfaces: () => [types.interface("Relationship")],
    fields,
  });
}

function propertiesOf(types: Registry, properties: readonly PropertyDefinition[], nullable = false): () => Fields {
  return () =>
    Object.assign(
      {},
      ...properties.map((one) => property(types, one.name, propertyReference(one, nullable), one.description)),
    ) as Fields;
}

function relationshipFields(types: Registry): Fields {
  const field = (name: string, reference: string, description: string): Fields =>
    property(types, name, reference, description);
  return {
    ...field("id", "ID!", "`subject/TYPE/object`, with `/key` where there are several."),
    ...field("type", "RelationshipType!", "The relationship."),
    ...field("date", "Date", "When it happened, as precisely as a source says."),
    ...field("from", "Date", "From when it held."),
    ...field("until", "Date", "Until when it held."),
    ...field("modality", "Modality!", "Whether it happened, or was only expected, threatened or denied."),
    ...field("rank", "Rank!", "How the editors rate it against other accounts of the same."),
    basis: records(types, "basis", "What stands behind dates and ends that no source simply states."),
    evidence: records(types, "evidence", "Who says so, and where."),
    ...field("corroboration", "Int!", "By how many different sources it is borne out."),
    ...field("known", "Date", "When it was first known: the earliest publication among its sources."),
    ...field("derivedFrom", "[ID!]!", "The edges it follows from. Empty where sources state it."),
  };
}
