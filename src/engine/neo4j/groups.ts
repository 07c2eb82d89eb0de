import Cypher from "@neo4j/cypher-builder";

import type { ConnectionPart, GroupKey, GroupsPart, LinkConnectionPart, NodeField } from "../../plan/plan.js";
import { ENTITY } from "../../store/neo4j/schema.js";
import { type Element, type Scope, type Selection, chain, groupsName, listOf } from "./element.js";
import { type Source, call } from "./source.js";
import { edgeValue, nodeValue } from "./values.js";

/** The groups of every part that asks for them. */
export function groupParts(
  scope: Scope,
  source: Source,
  parts: readonly (ConnectionPart | LinkConnectionPart)[],
): Record<string, Selection> {
  const selections: Record<string, Selection> = {};
  for (const [i, part] of parts.entries()) {
    if (part.kind === "groups") selections[groupsName(i)] = selectGroups(scope, source, part);
  }
  return selections;
}

/** A map of the number of groups, the first of them, and the nodes at the ends that they are grouped by. */
function selectGroups(scope: Scope, source: Source, part: GroupsPart): Selection {
  const match = source.match();
  const keys = part.by.map((key) => ({ name: new Cypher.Variable(), values: keyValues(scope, match.element, key) }));
  const names = keys.map((key) => key.name);
  const count = new Cypher.Variable();
  const groups = new Cypher.Variable();
  const total = new Cypher.Variable();
  const top = new Cypher.Variable();
  const counted = match.element.edge?.edge ?? match.element.node ?? Cypher.Null;
  const subquery = chain(
    match.clause("visible") ?? new Cypher.Finish(),
    ...keys.map((key) => new Cypher.Unwind([key.values, key.name])),
    new Cypher.With(...names, [Cypher.count(counted).distinct(), count]).orderBy(
      [count, "DESC"],
      ...names.flatMap((name): [Cypher.Expr, "ASC"][] => [
        [Cypher.isNull(name), "ASC"],
        [name, "ASC"],
      ]),
    ),
    new Cypher.With([Cypher.collect(new Cypher.Map({ key: new Cypher.List(names), count })), groups]),
    new Cypher.Return([Cypher.size(groups), total], [firstOf(groups, part.first), top]),
  );
  const ends = (["subject", "object"] as const).map((end) => [end, selectEnds(scope, part, end, top)] as const);
  return {
    calls: [call(subquery, source), ...ends.flatMap(([, { calls }]) => calls)],
    value: new Cypher.Map({ total, top, ...Object.fromEntries(ends.map(([end, { value }]) => [end, value])) }),
  };
}

/** The texts of a key, each once through `count(DISTINCT …)`, or null alone where there is none. */
function keyValues(scope: Scope, element: Element, key: GroupKey): Cypher.Expr {
  if (key.kind === "end")
    return new Cypher.List([element.edge === null ? Cypher.Null : edgeValue(scope, element.edge, key.end)]);
  const value =
    key.on === "edge" ? edgeKey(scope, element, key.property.name) : nodeKey(scope, element, key.property.name);
  const text = (one: Cypher.Expr): Cypher.Expr =>
    key.kind === "year"
      ? Cypher.substring(one, new Cypher.Literal(0), new Cypher.Literal(4))
      : key.property.type === "float"
        ? floatText(one)
        : Cypher.toString(one);
  if (!key.property.list) return new Cypher.List([text(value)]);
  const member = new Cypher.Variable();
  const texts = new Cypher.ListComprehension(member).in(listOf(value)).map(text(member));
  const none = Cypher.eq(Cypher.size(listOf(value)), new Cypher.Literal(0));
  return new Cypher.Case()
    .when(none)
    .then(new Cypher.List([Cypher.Null]))
    .else(texts);
}

/** A whole number without a fraction, as JavaScript writes it. */
function floatText(value: Cypher.Expr): Cypher.Expr {
  const whole = Cypher.toInteger(value);
  return new Cypher.Case().when(Cypher.eq(whole, value)).then(Cypher.toString(whole)).else(Cypher.toString(value));
}

function edgeKey(scope: Scope, { edge }: Element, name: string): Cypher.Expr {
  return edge === null ? Cypher.Null : edgeValue(scope, edge, name);
}

function nodeKey(scope: Scope, { node }: Element, name: string): Cypher.Expr {
  return node === null ? Cypher.Null : nodeValue(scope, node, name);
}

/** The nodes at one end of the groups shown, by id; none where the groups are not by that end. */
function selectEnds(scope: Scope, part: GroupsPart, end: "subject" | "object", top: Cypher.Variable): Selection {
  const at = part.by.findIndex((key) => key.kind === "end" && key.end === end);
  if (at === -1) return { calls: [], value: new Cypher.List([]) };
  const fields: readonly NodeField[] = part[end];
  const group = new Cypher.Variable();
  const id = new Cypher.Variable();
  const node = new Cypher.Node();
  const found = new Cypher.Variable();
  const { calls, value } = scope.select.node(scope, node, fields);
  const subquery = chain(
    new Cypher.Unwind([top, group]),
    new Cypher.With([Cypher.listIndex(group.property("key"), at), id]).distinct(),
    new Cypher.Match(new Cypher.Pattern(node, { labels: ENTITY })).where(Cypher.eq(node.property("id"), id)),
    ...calls,
    new Cypher.Return([Cypher.collect(new Cypher.Map({ id: node.property("id"), node: value })), found]),
  );
  return { calls: [new Cypher.Call(subquery, [top])], value: found };
}

/** The first members of a list. Raw only because the builder does not count a range of a list among its expressions. */
function firstOf(list: Cypher.Variable, count: number): Cypher.Expr {
  return new Cypher.Raw((context) => context.compile(Cypher.listRange(list, 0, count)));
}
