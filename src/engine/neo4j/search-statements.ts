import Cypher from "@neo4j/cypher-builder";

import { type Ontology } from "../../ontology/model.js";
import type { SearchPlan } from "../../plan/plan.js";
import { searchFields } from "../../graph/search.js";
import { QUOTES_COLUMN } from "../../store/neo4j/elements.js";
import { evidenceColumn } from "../../store/neo4j/evidence.js";
import { ALIAS, CLAIM, ENTITY, HAS_ALIAS, HAS_CLAIM, SEARCH_INDEX } from "../../store/neo4j/schema.js";
import { selectRow } from "./connection.js";
import { CLAIMS, type Scope, chain, ofTypes, parameterName, partName } from "./element.js";
import { nodePredicate } from "./filter.js";
import { groupParts } from "./groups.js";
import { all } from "./logic.js";
import { selectAttached } from "./records.js";
import { edgeShown, nodeShown } from "./shown.js";
import type { ElementMatch } from "./source.js";

/** The names under which a candidate holds the evidence of its edges and its aliases, in a view. */
export const QUOTED = "quoted";
export const ALIASES = "attachedAliases";

/** The columns that the two statements of a search return, and the parameters that are filled in between. */
export const CANDIDATE = "candidate";
export const RESULT = "result";
export const FOUND_ID = "id";

export function queryName(plan: string): string {
  return `${plan}_query`;
}
export function pageIds(plan: string): string {
  return `${plan}_page`;
}
export function rankedIds(plan: string): string {
  return `${plan}_ranked`;
}

/** The nodes that may match, each with the columns that search looks in. */
export function compileCandidates(scope: Scope, plan: SearchPlan): string {
  const node = new Cypher.NamedNode("node");
  const query = new Cypher.NamedParam(queryName(parameterName(scope, plan)));
  const filters = [ofTypes(node, plan.types), ...(plan.where === null ? [] : [nodePredicate(scope, node, plan.where)])];
  const { calls, columns, values } = searched(scope, node);
  return chain(
    Cypher.db.index.fulltext
      .queryNodes(SEARCH_INDEX, query)
      .yield("node")
      .where(all([...filters, ...nodeShown(scope, node)])),
    ...calls,
    new Cypher.Return([new Cypher.MapProjection(node, [...new Set(columns)], values), CANDIDATE]),
  ).build().cypher;
}

interface Searched {
  readonly calls: readonly Cypher.Clause[];
  readonly columns: readonly string[];
  readonly values: Record<string, Cypher.Expr>;
}

/** What search looks in, of one node. In a view its quotes are those of the edges shown, and its claims and aliases tell which texts it has. */
function searched(scope: Scope, node: Cypher.Node): Searched {
  const { valid, evidence } = scope.view;
  const own = ["id", "type", ...searchedProperties(scope.ontology)];
  if (!valid && !evidence) return { calls: [], columns: [...own, "aliases", QUOTES_COLUMN], values: {} };
  const edge = new Cypher.Relationship();
  const outgoing = new Cypher.Pattern(node).related(edge, { direction: "right" }).to();
  const quoting = [...edgeShown(scope, edge), Cypher.isNotNull(edge.property(evidenceColumn("quote")))];
  const quoted = new Cypher.Collect(
    chain(
      new Cypher.Match(outgoing).where(all(quoting)),
      new Cypher.Return(new Cypher.MapProjection(edge, QUOTE_COLUMNS)),
    ),
  );
  const claims = selectAttached(node, HAS_CLAIM, CLAIM);
  const aliases = selectAttached(node, HAS_ALIAS, ALIAS);
  return {
    calls: [...claims.calls, ...aliases.calls],
    columns: [...own, ...QUOTE_COLUMNS],
    values: { [QUOTED]: quoted, [CLAIMS]: claims.value, [ALIASES]: aliases.value },
  };
}

const QUOTE_COLUMNS = [evidenceColumn("source"), evidenceColumn("quote")];

function searchedProperties(ontology: Ontology): readonly string[] {
  return ontology.concrete.flatMap((type) => searchFields(ontology, type));
}

/** What is shown of the nodes of the page, and the groups of all that match. */
export function compileFound(scope: Scope, plan: SearchPlan): string {
  const name = parameterName(scope, plan);
  const match = matchIds(pageIds(name));
  const { node } = match.element;
  const rows = plan.parts
    .map((part, i) => [partName(i), part] as const)
    .flatMap(([as, part]) =>
      part.kind === "edges" || part.kind === "nodes" ? [[as, selectRow(scope, match.element, part, [])] as const] : [],
    );
  const page = new Cypher.Variable();
  const shown = Object.fromEntries(rows.map(([as, { value }]) => [as, value]));
  const id = node?.property("id") ?? Cypher.Null;
  const subquery = chain(
    match.clause("visible") ?? new Cypher.Finish(),
    ...rows.flatMap(([, { calls }]) => calls),
    new Cypher.Return([Cypher.collect(new Cypher.Map({ [FOUND_ID]: id, ...shown })), page]),
  );
  const groups = groupParts(scope, { imports: [], match: () => matchIds(rankedIds(name)) }, plan.parts);
  const values = Object.fromEntries(Object.entries(groups).map(([as, { value }]) => [as, value]));
  return chain(
    new Cypher.Call(subquery, []),
    ...Object.values(groups).flatMap(({ calls }) => calls),
    new Cypher.Return([new Cypher.Map({ page, ...values }), RESULT]),
  ).build().cypher;
}

/** The nodes whose ids are in a parameter. */
function matchIds(ids: string): ElementMatch {
  const node = new Cypher.Node();
  const wanted = Cypher.in(node.property("id"), new Cypher.NamedParam(ids));
  return {
    element: { edge: null, node },
    variables: [node],
    clause: (which, also = []) =>
      which === "omitted"
        ? null
        : new Cypher.Match(new Cypher.Pattern(node, { labels: ENTITY })).where(all([wanted, ...also])),
  };
}
