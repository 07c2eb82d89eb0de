import Cypher from "@neo4j/cypher-builder";

import { SUMMARY } from "../shown-properties.js";
import { type EdgeElement, type Scope, column, ofTypes } from "./element.js";
import { any } from "./logic.js";
import { aliasesShown, corroborationShown, isProven, sourcesShown } from "./shown.js";
import { SETTLED } from "./view.js";

/** What is compared, ordered and grouped by: the values of nodes and edges as the view has them. */

/**
 * The value of a property of a node, built-ins included.
 *
 * @param suffix of a date, for its first (`_min`) or last day (`_max`)
 */
export function nodeValue(scope: Scope, node: Cypher.Node, name: string, suffix: DaySuffix = ""): Cypher.Expr {
  const { evidence, settled } = scope.view;
  if (name === "alias") return evidence ? aliasesShown(node) : node.property("aliases");
  const stored = column(name) + suffix;
  if (!evidence || name === "id" || name === "type") return node.property(stored);
  const [property = name] = name.split(".");
  if (property === SUMMARY) return Cypher.Null;
  const own = unclaimed(scope, node, property, stored);
  if (!settled) return own;
  const claimed = new Cypher.NamedParam(SETTLED).property(node.property("id"));
  return new Cypher.Case().when(Cypher.isNotNull(claimed)).then(claimed.property(stored)).else(own);
}

export type DaySuffix = "" | "_min" | "_max";

/** What a node about which nothing is claimed has in a view by evidence. What the ontology requires, it keeps. */
function unclaimed({ ontology }: Scope, node: Cypher.Node, property: string, stored: string): Cypher.Expr {
  const recorded = node.property(stored);
  const having = ontology.concrete.flatMap((type) => {
    const found = ontology.types.get(type)?.properties.find(({ name }) => name === property);
    return found === undefined ? [] : [{ type, kept: found.required && !found.list }];
  });
  const kept = having.filter((one) => one.kept).map(({ type }) => type);
  if (kept.length === having.length) return recorded;
  const shown = kept.length === 0 ? isProven(node) : any([isProven(node), ofTypes(node, kept)]);
  return new Cypher.Case().when(shown).then(recorded);
}

/** The value of a property of an edge, built-ins included. */
export function edgeValue({ view }: Scope, element: EdgeElement, name: string): Cypher.Expr {
  const { edge } = element;
  switch (name) {
    case "type":
      return Cypher.type(edge);
    case "subject":
    case "object":
      return endId(element, name);
    case "derived":
      // Within a function, because `x IS NOT NULL IS NULL` is no Cypher.
      return Cypher.coalesce(Cypher.isNotNull(edge.property("derivedFrom")), new Cypher.Literal(false));
    case "corroboration":
      return view.evidence ? corroborationShown(edge) : edge.property(name);
    case "sources":
      return view.evidence ? sourcesShown(edge) : edge.property(name);
    default:
      return edge.property(column(name));
  }
}

function endId({ edge, ends }: EdgeElement, end: "subject" | "object"): Cypher.Expr {
  if (ends.kind === "known") return ends[end].property("id");
  const [start, other] = end === "subject" ? [ends.near, ends.far] : [ends.far, ends.near];
  const isNear = Cypher.eq(Cypher.startNode(edge), ends.near);
  return new Cypher.Case().when(isNear).then(start.property("id")).else(other.property("id"));
}
