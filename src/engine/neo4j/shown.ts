import Cypher from "@neo4j/cypher-builder";

import type { Scope } from "./element.js";
import { all, any } from "./logic.js";
import { VALID } from "./view.js";

/** What a view shows, as Cypher: see `src/plan/view.ts`. */

/** True, all together, of an edge that is one of Plenary's and that the view shows. */
export function edgeShown({ view }: Scope, edge: Cypher.Relationship): readonly Cypher.Predicate[] {
  return [Cypher.isNotNull(edge.property("id")), ...(view.valid ? [isValid(edge)] : [])];
}

/** True, all together, of a node that the view shows. */
export function nodeShown(_scope: Scope, _node: Cypher.Node): readonly Cypher.Predicate[] {
  return [];
}

/** True of a dated edge that surely holds on some day of `valid`. */
function isValid(edge: Cypher.Relationship): Cypher.Predicate {
  const valid = new Cypher.NamedParam(VALID);
  const [date, from, until] = [edge.property("date_max"), edge.property("from_max"), edge.property("until_min")];
  const begun = (start: Cypher.Property): Cypher.Predicate =>
    any([Cypher.isNull(start), Cypher.lte(start, valid.property("max"))]);
  return all([
    Cypher.isNotNull(Cypher.coalesce(date, from, until)),
    begun(date),
    begun(from),
    any([Cypher.isNull(until), Cypher.gte(until, valid.property("min"))]),
  ]);
}
