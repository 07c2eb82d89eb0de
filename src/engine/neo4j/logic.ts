import Cypher from "@neo4j/cypher-builder";

/**
 * Truth as plans have it. Cypher's logic has three values, a plan's two: null counts as false. `and` and `or` cannot turn a null into
 * true, so it is enough to settle it where something is negated.
 */

const TRUE: Cypher.Predicate = new Cypher.Literal(true);
const FALSE: Cypher.Predicate = new Cypher.Literal(false);

export function all(predicates: readonly Cypher.Predicate[]): Cypher.Predicate {
  return Cypher.and(...predicates) ?? TRUE;
}

export function any(predicates: readonly Cypher.Predicate[]): Cypher.Predicate {
  return Cypher.or(...predicates) ?? FALSE;
}

/** The complement, null counted as false. */
export function negate(predicate: Cypher.Predicate): Cypher.Predicate {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the builder has no type for functions that return a truth value
  return Cypher.not(Cypher.coalesce(predicate, FALSE));
}
