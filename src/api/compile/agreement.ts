import { getNamedType } from "graphql";
import type { FieldNode, GraphQLObjectType } from "graphql";

import type { AgreementRule } from "../../domain/agreement.js";
import type { Session } from "../../engine/engine.js";
import type {
  MatchEdgeField,
  MatchesField,
  MatchField,
  MatchPart,
  MatchPlan,
  MeetingField,
  MeetingPart,
} from "../../plan/match.js";
import type { OrderTerm } from "../cursor.js";
import { inputError } from "../errors.js";
import { asItem } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { nodeFilter } from "./filter.js";
import { asInput } from "./input.js";
import type { Input } from "./input.js";
import { pageOf } from "./page.js";
import { asObjectType } from "./scope.js";
import type { RootField, Scope } from "./scope.js";
import { select } from "./select.js";
import { argumentsOf, selectedFields } from "./selection.js";
import type { Selected } from "./selection.js";
import { visibilityOf } from "./visibility.js";

/** How many values a cursor holds: the score or the date, and the id. */
const KEY = 2;

const OTHER_END = { subject: "object", object: "subject" } as const;

/**
 * The end at which a node stands that is to be compared.
 *
 * @throws PlenaryError BAD_USER_INPUT where there is no such node, or it stands at neither
 */
export async function endOf(
  session: Session,
  vocabulary: Vocabulary,
  { relationships }: AgreementRule,
  id: string,
): Promise<MatchPlan["end"]> {
  const types = vocabulary.ontology.concrete;
  const found = await session.run({ kind: "lookup", property: "id", values: [id], types, fields: [] });
  if (!Array.isArray(found)) throw new Error("A lookup has no list for a result");
  const [node] = found as readonly unknown[];
  if (node === null || node === undefined) {
    throw inputError(`agreement(of): there is no node with the id ${JSON.stringify(id)}.`);
  }
  const type = String(asItem(node)["$type"]);
  const ends = (["subject", "object"] as const).map((end) => [end, vocabulary.endType(relationships, end)] as const);
  const end = ends.find(([, { concrete }]) => concrete.includes(type))?.[0];
  if (end !== undefined) return end;
  const valid = ends.map(([, { name }]) => name).join(" or a ");
  throw inputError(`agreement(of): ${JSON.stringify(id)} is a ${type}. Name a ${valid}.`);
}

/** @throws PlenaryError BAD_USER_INPUT where an argument is out of bounds or does not fit the types compared */
export function agreementPlan(
  { scope, name, nodes, type }: RootField,
  args: Input,
  rule: AgreementRule,
  end: MatchPlan["end"],
): MatchPlan {
  const { vocabulary } = scope;
  const filter = (argument: "with" | "where", at: MatchPlan["end"]): MatchPlan["with"] =>
    nodeFilter(scope, vocabulary.endType(rule.relationships, at).name, asInput(args[argument]), `${name}(${argument})`);
  const least = Number(args["least"]);
  if (least < 1) throw inputError(`${name}(least) is ${least}, which is less than 1.`);
  return {
    kind: "match",
    ...rule,
    end,
    visible: visibilityOf(scope, null),
    of: String(args["of"]),
    types: vocabulary.endType(rule.relationships, end).concrete,
    with: filter("with", end),
    where: filter("where", OTHER_END[end]),
    date: "date",
    least,
    direction: args["direction"] === "asc" ? "asc" : "desc",
    page: pageOf(orderedByScore(args), "agreement", KEY, name),
    parts: agreementParts(scope, asObjectType(type), nodes),
  };
}

/** The arguments with the order that cursors are told apart by. */
export function orderedByScore(args: Input): Input {
  const orderBy: readonly OrderTerm[] = [{ edge: "score", direction: args["direction"] === "asc" ? "asc" : "desc" }];
  return { ...args, orderBy };
}

function agreementParts(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): MatchPart[] {
  return selectedFields(scope, type, nodes).map((selected): MatchPart => {
    const { key: as, name } = selected;
    switch (name) {
      case "edges":
        return { as, kind: "edges", fields: edgeFields(scope, targetOf(selected), selected.nodes) };
      case "nodes":
        return { as, kind: "nodes", fields: agreementFields(scope, targetOf(selected), selected.nodes) };
      case "totalCount":
      case "pageInfo":
        return { as, kind: name };
      default:
        throw new Error(`A connection of agreements has no field called ${name}`);
    }
  });
}

function edgeFields(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): MatchEdgeField[] {
  return selectedFields(scope, type, nodes).map((selected): MatchEdgeField => {
    if (selected.name === "cursor") return { as: selected.key, kind: "cursor" };
    return { as: selected.key, kind: "self", fields: agreementFields(scope, targetOf(selected), selected.nodes) };
  });
}

function agreementFields(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): MatchField[] {
  return selectedFields(scope, type, nodes).map((selected): MatchField => {
    const { key: as, name } = selected;
    switch (name) {
      case "year":
      case "shared":
      case "same":
      case "partly":
      case "opposite":
      case "score":
        return { as, kind: "value", name };
      case "pairs":
        return { as, kind: "pairs" };
      case "with":
        return { as, kind: "with", fields: nodeFields(scope, selected) };
      case "years":
        return { as, kind: "years", fields: agreementFields(scope, targetOf(selected), selected.nodes) };
      case "matches":
        return matchesField(scope, selected);
      default:
        throw new Error(`An agreement has no field called ${name}`);
    }
  });
}

function matchesField(scope: Scope, selected: Selected): MatchesField {
  const { key: as, name, nodes } = selected;
  const args = argumentsOf(scope, selected);
  const value = (argument: "of" | "with"): string | null => (args[argument] ?? null) as string | null;
  const parts = selectedFields(scope, targetOf(selected), nodes).map((part): MeetingPart => {
    switch (part.name) {
      case "edges":
        return { as: part.key, kind: "edges", fields: meetingFields(scope, targetOf(part), part.nodes) };
      case "nodes":
        return { as: part.key, kind: "nodes", fields: nodeFields(scope, part) };
      case "totalCount":
      case "pageInfo":
        return { as: part.key, kind: part.name };
      default:
        throw new Error(`A connection of matches has no field called ${part.name}`);
    }
  });
  const figure = (args["figure"] ?? null) as MatchesField["figure"];
  return {
    as,
    kind: "matches",
    figure,
    of: value("of"),
    with: value("with"),
    page: pageOf(args, "matches", KEY, name),
    parts,
  };
}

function meetingFields(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): MeetingField[] {
  return selectedFields(scope, type, nodes).map((selected): MeetingField => {
    const { key: as, name } = selected;
    switch (name) {
      case "cursor":
        return { as, kind: "cursor" };
      case "node":
        return { as, kind: "end", fields: nodeFields(scope, selected) };
      case "of":
      case "with":
        return { as, kind: "link", link: name, fields: select.edges(scope, targetOf(selected), selected.nodes) };
      default:
        throw new Error(`A match has no field called ${name}`);
    }
  });
}

function nodeFields(scope: Scope, { definition, nodes }: Selected): ReturnType<typeof select.nodes> {
  return select.nodes(scope, scope.vocabulary.concrete(getNamedType(definition.type).name), nodes);
}

function targetOf({ definition }: Selected): GraphQLObjectType {
  return asObjectType(getNamedType(definition.type));
}
