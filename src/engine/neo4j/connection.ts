import Cypher from "@neo4j/cypher-builder";

import type {
  ConnectionPart,
  EdgeField,
  ExpandField,
  LinkConnectionPart,
  NodeField,
  Order,
  Page,
} from "../../plan/plan.js";
import { type Element, type Scope, type Selection, chain, parameterName, partName } from "./element.js";
import { edgePredicate, nodePredicate, omittedPredicate, visiblePredicate } from "./filter.js";
import { groupParts } from "./groups.js";
import { matchHop } from "./hop.js";
import { limitParameter } from "./lift.js";
import { all, negate } from "./logic.js";
import { cursorPredicate, orderBy, sortKeys } from "./order.js";
import { type Source, call } from "./source.js";

type Part = ConnectionPart | LinkConnectionPart;
/** The parts that show elements. */
export type RowsPart = Extract<Part, { kind: "edges" | "nodes" }>;

/** The edges of a hop, as a connection over the far nodes; none where `when` is false. */
export function expandConnection(
  scope: Scope,
  near: Cypher.Node,
  { hop, where, order, page, parts }: ExpandField,
  when: Cypher.Predicate | null,
): Selection {
  const source: Source = {
    imports: [near],
    match: () => {
      const { pattern, element, far } = matchHop(near, hop);
      const filters = [
        ...(when === null ? [] : [when]),
        ...(hop.edge === null ? [] : [edgePredicate(scope, element, hop.edge)]),
        ...(where === null ? [] : [nodePredicate(scope, far, where)]),
      ];
      return {
        element: { edge: element, node: far },
        variables: [near, element.edge, far],
        clause: (which, also = []) => {
          const seen =
            which === "visible"
              ? visiblePredicate(scope, element.edge, hop.visible)
              : omittedPredicate(scope, element.edge, hop.visible);
          return seen === null ? null : new Cypher.Match(pattern).where(all([seen, ...filters, ...also]));
        },
      };
    },
  };
  return selectConnection(scope, source, { order, page, parts });
}

/** What a connection shows, as a map of `page`, `earlier`, `later`, `totalCount`, `omitted` and `g<i>` for part `i` with groups. */
export function selectConnection(
  scope: Scope,
  source: Source,
  shape: { readonly order: readonly Order[]; readonly page: Page; readonly parts: readonly Part[] },
): Selection {
  const selections: Record<string, Selection> = {};
  const kinds = new Set(shape.parts.map((part) => part.kind));
  if (kinds.has("edges") || kinds.has("nodes") || kinds.has("pageInfo")) {
    Object.assign(selections, selectPage(scope, source, shape));
  }
  if (kinds.has("totalCount")) selections["totalCount"] = selectTotal(source);
  if (kinds.has("omitted")) selections["omitted"] = selectOmitted(source);
  Object.assign(selections, groupParts(scope, source, shape.parts));
  const values = Object.fromEntries(Object.entries(selections).map(([name, { value }]) => [name, value]));
  return { calls: Object.values(selections).flatMap(({ calls }) => calls), value: new Cypher.Map(values) };
}

/** The elements of a page and one more, in page order or the reverse of it where it is counted from the end. */
function selectPage(
  scope: Scope,
  source: Source,
  { order, page, parts }: { readonly order: readonly Order[]; readonly page: Page; readonly parts: readonly Part[] },
): Record<string, Selection> {
  const match = source.match();
  const keys = sortKeys(scope, match.element, order);
  const key = keys.map(({ value }) => value);
  const bounds = (["after", "before"] as const).map((bound) => cursorPredicate(scope, keys, page, bound));
  const within = bounds.filter((bound) => bound !== null);
  const rows = parts
    .map((part, i) => [partName(i), part] as const)
    .filter((entry): entry is readonly [string, RowsPart] => entry[1].kind === "edges" || entry[1].kind === "nodes")
    .map(([name, part]) => [name, selectRow(scope, match.element, part, key)] as const);
  const shown = Object.fromEntries(rows.map(([name, { value }]) => [name, value]));
  const found = new Cypher.Variable();
  const limit = new Cypher.NamedParam(limitParameter(parameterName(scope, page)));
  const subquery = chain(
    match.clause("visible", within) ?? new Cypher.Finish(),
    new Cypher.With(...match.variables).orderBy(...orderBy(keys, page.first !== null)).limit(limit),
    ...rows.flatMap(([, { calls }]) => calls),
    new Cypher.Return([Cypher.collect(new Cypher.Map({ key: new Cypher.List(key), ...shown })), found]),
  );
  const beyond = (bound: "after" | "before"): Selection => ({
    calls: [],
    value: existsBeyond(scope, source, order, page, bound),
  });
  return {
    page: { calls: [call(subquery, source)], value: found },
    ...(parts.some((part) => part.kind === "pageInfo") ? { earlier: beyond("after"), later: beyond("before") } : {}),
  };
}

/** True where the connection has elements on the far side of a cursor, the cursor's own included. */
function existsBeyond(
  scope: Scope,
  source: Source,
  order: readonly Order[],
  page: Page,
  bound: "after" | "before",
): Cypher.Predicate {
  const match = source.match();
  const within = cursorPredicate(scope, sortKeys(scope, match.element, order), page, bound);
  const clause = within === null ? null : match.clause("visible", [negate(within)]);
  return clause === null ? new Cypher.Literal(false) : new Cypher.Exists(clause);
}

/** What a part shows of one element. */
export function selectRow(scope: Scope, element: Element, part: RowsPart, key: readonly Cypher.Expr[]): Selection {
  if (part.kind === "edges") return scope.select.edge(scope, element, part.fields, key);
  // Which of the two kinds of field `nodes` has follows from what the connection is over.
  if (element.node === null) return scope.select.edge(scope, element, part.fields as readonly EdgeField[], key);
  return scope.select.node(scope, element.node, part.fields as readonly NodeField[]);
}

function selectTotal(source: Source): Selection {
  const clause = source.match().clause("visible");
  return { calls: [], value: clause === null ? new Cypher.Literal(0) : new Cypher.Count(clause) };
}

function selectOmitted(source: Source): Selection {
  const match = source.match();
  const clause = match.clause("omitted");
  if (clause === null || match.element.edge === null) return { calls: [], value: new Cypher.List([]) };
  const { edge } = match.element.edge;
  const modality = new Cypher.Variable();
  const rank = new Cypher.Variable();
  const count = new Cypher.Variable();
  const found = new Cypher.Variable();
  const subquery = chain(
    clause,
    new Cypher.With([edge.property("modality"), modality], [edge.property("rank"), rank], [Cypher.count(edge), count]),
    new Cypher.Return([Cypher.collect(new Cypher.Map({ modality, rank, count })), found]),
  );
  return { calls: [call(subquery, source)], value: found };
}
