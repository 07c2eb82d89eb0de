import { GraphQLEnumType, GraphQLObjectType } from "graphql";
import type { GraphQLNamedType } from "graphql";

import { agreementRule } from "../../domain/agreement.js";
import type { AgreementRule } from "../../domain/agreement.js";
import { agreementPlan, endOf, orderedByScore } from "../compile/agreement.js";
import type { ApiContext } from "../context.js";
import { asItem, byKey, connectionEdges, connectionOf, connectionPageInfo } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { pageArguments } from "./arguments.js";
import { cursor } from "./edges.js";
import { input, plain } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import type { Registry } from "./registry.js";
import type { RootFields } from "./root-field.js";

/** How far two nodes agree, and the matches behind each figure; nothing where the ontology compares no edges. */
export function agreementTypes(vocabulary: Vocabulary, types: Registry): GraphQLNamedType[] {
  const rule = agreementRule(vocabulary.ontology);
  if (rule === null) return [];
  const value = valueType(vocabulary, rule);
  return [
    new GraphQLEnumType({
      name: "AgreementFigure",
      description: "A figure of an agreement.",
      values: {
        SAME: { value: "same", description: "Both in the same position." },
        PARTLY: { value: "partly", description: "One of them in between." },
        OPPOSITE: { value: "opposite", description: "One on each side." },
      },
    }),
    object("Agreement", "How far the edges of two nodes agree where they meet, in all or in one year.", () => ({
      with: keyed(types, "Entity!", "The other node."),
      year: keyed(types, "Int", "The year, in `years`; null there for what has no date."),
      shared: keyed(types, "Int!", "Where both took a position that is compared: the sum of the next three."),
      same: keyed(types, "Int!", "Where both took the same position, being in between included."),
      partly: keyed(types, "Int!", "Where one of them was in between, such as abstaining, and the other on a side."),
      opposite: keyed(types, "Int!", "Where they were on opposite sides."),
      score: keyed(
        types,
        "Float",
        "From 0 to 1: (same + partly / 2) / shared, the index of agreement of Lijphart (1963). Null where nothing is shared.",
      ),
      pairs: keyed(types, "[AgreementPair!]!", "Every pair of positions, to count otherwise: the most frequent first."),
      years: keyed(types, "[Agreement!]!", "The same year by year, the earliest first."),
      matches: {
        ...plain(
          types,
          "MatchConnection!",
          "What a figure counts, by date: all that is shared unless this asks for some.",
        ),
        args: {
          figure: input(types, "AgreementFigure", "Only what this figure counts."),
          of: input(types, value, "Only where the node has this position, whether the pair is compared or not."),
          with: input(types, value, "Only where the other has this position, likewise."),
          ...pageArguments(types),
        },
        resolve: (source, args: Readonly<Record<string, unknown>>, _context, info) =>
          connectionOf("matches", asItem(source)[info.path.key], args),
      },
    })),
    object("AgreementPair", "How often two positions met.", () => ({
      of: plain(types, value, "The position of the node; null where accounts of it differ."),
      with: plain(types, value, "The position of the other, likewise."),
      count: plain(types, "Int!", "How often."),
    })),
    ...connection(types, "Agreement", "Agreement!", "the others, by score", () => ({
      node: keyed(types, "Agreement!", "How far they agree."),
    })),
    ...connection(types, "Match", "Entity!", "where edges of two nodes meet, by date", () => ({
      node: keyed(types, "Entity!", "The node at which they meet."),
      of: keyed(types, "Link!", "The edge of the node."),
      with: keyed(types, "Link!", "The edge of the other."),
    })),
  ];
}

/** The root field; none where the ontology compares no edges. */
export function agreementField(vocabulary: Vocabulary, roots: RootFields, types: Registry): Fields {
  const rule = agreementRule(vocabulary.ontology);
  if (rule === null) return {};
  const [one, other] = (["subject", "object"] as const).map((end) => vocabulary.endType(rule.relationships, end).name);
  const field = roots.field({
    type: "AgreementConnection!",
    description:
      `How far a ${one ?? ""} agrees with others, at each ${other ?? ""} where both have ${rule.relationships.join(" or ")}; or a ` +
      `${other ?? ""} with others, by each ${one ?? ""}: who moved between two of them. Absence is no position. Of several edges to ` +
      "one node those of the best rank count, without a position where they differ.",
    args: {
      of: input(types, "ID!", "The id of the node that is compared."),
      with: input(types, "Where", "Only with such nodes, such as `{ id: { eq: … } }`; with all unless given."),
      where: input(types, "Where", "Only where they meet at such nodes."),
      least: input(types, "Int", "Only with nodes with which it shares at least so much.", 1),
      direction: input(
        types,
        "OrderDirection",
        "The furthest first (ASC), or the closest (DESC). Ties go by id.",
        "desc",
      ),
      ...pageArguments(types),
    },
    answer: async (session, root, args) => {
      const end = await endOf(session, vocabulary, rule, String(args["of"]));
      return connectionOf("agreement", await session.run(agreementPlan(root, args, rule, end)), orderedByScore(args));
    },
  });
  return { agreement: field };
}

/** The enum of the property that is compared. */
function valueType({ ontology }: Vocabulary, { relationships, property }: AgreementRule): string {
  const set = ontology.relationships.get(relationships[0] ?? "")?.properties ?? "";
  const definition = ontology.propertySets.get(set)?.properties.find(({ name }) => name === property);
  if (definition === undefined) throw new Error(`The relationship compared has no property ${property}`);
  return definition.type.name;
}

function connection(
  types: Registry,
  name: string,
  node: string,
  what: string,
  fields: () => Fields,
): readonly GraphQLObjectType[] {
  return [
    object(`${name}Edge`, `One of ${what}.`, () => ({ cursor: cursor(types), ...fields() })),
    object(`${name}Connection`, `A page of ${what}.`, () => ({
      edges: {
        ...plain(types, `[${name}Edge!]!`, "The elements of this page, each with its cursor."),
        resolve: connectionEdges,
      },
      nodes: keyed(types, `[${node}]!`, "The elements of this page."),
      totalCount: keyed(types, "Int!", "How many there are, on all pages."),
      pageInfo: { ...plain(types, "PageInfo!", "Where this page lies."), resolve: connectionPageInfo },
    })),
  ];
}

function keyed(types: Registry, reference: string, description: string): Field {
  return { ...plain(types, reference, description), resolve: byKey };
}

function object(name: string, description: string, fields: () => Fields): GraphQLObjectType {
  return new GraphQLObjectType<unknown, ApiContext>({ name, description, fields });
}
