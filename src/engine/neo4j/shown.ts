import Cypher from "@neo4j/cypher-builder";

import { SOURCE } from "../../graph/source.js";
import { JOINT_COLUMN, PREMISES_COLUMN, SOURCES_COLUMN } from "../../store/neo4j/elements.js";
import { evidenceColumn } from "../../store/neo4j/evidence.js";
import { ALIAS, HAS_ALIAS } from "../../store/neo4j/schema.js";
import type { Scope } from "./element.js";
import { all, any } from "./logic.js";
import { CHOSEN, VALID } from "./view.js";

/** What a view shows, as Cypher: see `src/plan/view.ts`. */

/** True, all together, of an edge that is one of Plenary's and that the view shows. */
export function edgeShown({ view }: Pick<Scope, "view">, edge: Cypher.Relationship): readonly Cypher.Predicate[] {
  return [
    Cypher.isNotNull(edge.property("id")),
    ...(view.valid ? [isValid(edge)] : []),
    ...(view.evidence ? [isChosen(edge.property(SOURCES_COLUMN)), premisesShown(edge)] : []),
  ];
}

/** True, all together, of a node that the view shows. */
export function nodeShown({ view }: Pick<Scope, "view">, node: Cypher.Node): readonly Cypher.Predicate[] {
  if (!view.evidence) return [];
  const [condition, list] = [new Cypher.Variable(), new Cypher.Variable()];
  const lists = Cypher.split(condition, new Cypher.Literal(";"));
  const jointly = Cypher.any(condition, node.property(JOINT_COLUMN), Cypher.all(list, lists, isChosen(words(list))));
  return [any([isChosen(node.property(SOURCES_COLUMN)), jointly])];
}

/** True of a node where evidence for itself is shown. */
export function isProven(node: Cypher.Node): Cypher.Predicate {
  const isSource = Cypher.eq(node.property("type"), new Cypher.Literal(SOURCE));
  return any([
    isChosen(node.property(evidenceColumn("source"))),
    all([isSource, Cypher.in(node.property("id"), new Cypher.NamedParam(CHOSEN))]),
  ]);
}

/** The texts of the aliases of a node that the view shows, in no order. */
export function aliasesShown(node: Cypher.Node): Cypher.Expr {
  const alias = new Cypher.Node();
  const sources = alias.property(evidenceColumn("source"));
  const shown = any([isChosen(sources), all([Cypher.isNull(sources), isProven(node)])]);
  const pattern = new Cypher.Pattern(node)
    .related({ type: HAS_ALIAS, direction: "right" })
    .to(alias, { labels: ALIAS });
  return new Cypher.Collect(
    Cypher.utils.concat(new Cypher.Match(pattern).where(shown), new Cypher.Return(alias.property("text"))),
  );
}

/** The sources of an edge's evidence that the view chooses. */
export function sourcesShown(edge: Cypher.Relationship): Cypher.Expr {
  return chosenOf(edge.property(SOURCES_COLUMN));
}

/** The number of sources that a view chooses: of a derived edge, of the premise that has the fewest. */
export function corroborationShown(edge: Cypher.Relationship): Cypher.Expr {
  const premises = edge.property(PREMISES_COLUMN);
  const [premise, least] = [new Cypher.Variable(), new Cypher.Variable()];
  const count = Cypher.size(chosenOf(words(premise)));
  const lesser = new Cypher.Case()
    .when(any([Cypher.isNull(least), Cypher.lt(count, least)]))
    .then(count)
    .else(least);
  return new Cypher.Case()
    .when(Cypher.isNull(premises))
    .then(Cypher.size(sourcesShown(edge)))
    .else(Cypher.reduce(least, Cypher.Null, premise, premises, lesser));
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

function premisesShown(edge: Cypher.Relationship): Cypher.Predicate {
  const premises = edge.property(PREMISES_COLUMN);
  const premise = new Cypher.Variable();
  return any([Cypher.isNull(premises), Cypher.all(premise, premises, isChosen(words(premise)))]);
}

/** True where one of some sources is chosen. */
function isChosen(sources: Cypher.Expr): Cypher.Predicate {
  const source = new Cypher.Variable();
  return Cypher.any(source, sources, Cypher.in(source, new Cypher.NamedParam(CHOSEN)));
}

function chosenOf(sources: Cypher.Expr): Cypher.Expr {
  const source = new Cypher.Variable();
  return new Cypher.ListComprehension(source).in(sources).where(Cypher.in(source, new Cypher.NamedParam(CHOSEN)));
}

function words(text: Cypher.Expr): Cypher.Expr {
  return Cypher.split(text, new Cypher.Literal(" "));
}
