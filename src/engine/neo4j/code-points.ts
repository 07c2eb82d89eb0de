import Cypher from "@neo4j/cypher-builder";

/**
 * Neo4j compares a stored text with a parameter by UTF-16 unit (5.26), where an order is by code point. The two differ where, after
 * a common beginning, one text goes on with a character beyond U+FFFF and the other with one of U+E000–U+FFFF. Only an operand that
 * has such characters needs the corrections made here; it is `EXOTIC` in the shape of its plan.
 */

export const EXOTIC = "\u{10000}";

/** What the parameters hold of an exotic operand beside the text itself. */
export interface Corrections {
  /** Ranges of texts that come after the operand by code point, but before it by unit. */
  readonly above: readonly { readonly from: string; readonly to: string }[];
  /** Texts that begin so and are not before `from` come before the operand by code point, but after it by unit. */
  readonly below: readonly { readonly start: string; readonly from: string }[];
}

export function isExotic(value: unknown): value is string {
  return typeof value === "string" && /[\u{10000}-\u{10FFFF}\uE000-\uFFFF]/u.test(value);
}

export function corrections(value: string): Corrections {
  const characters = Array.from(value);
  const starts = characters.map((character, i) => ({ character, start: characters.slice(0, i).join("") }));
  return {
    above: starts
      .filter(({ character }) => character >= "\uE000" && character <= "\uFFFF" && character.length === 1)
      .map(({ start }) => ({ from: start + EXOTIC, to: `${start}\uE000` })),
    below: starts
      .filter(({ character }) => character.length === 2)
      .map(({ start }) => ({ start, from: `${start}\uE000` })),
  };
}

/** Compares with an exotic operand by code point. `correct` is the parameter with its {@link Corrections}. */
export function compareExotic(
  operator: "gt" | "gte" | "lt" | "lte",
  value: Cypher.Expr,
  operand: Cypher.Expr,
  correct: Cypher.Variable,
): Cypher.Predicate {
  const range = new Cypher.Variable();
  const above = Cypher.any(
    range,
    correct.property("above"),
    Cypher.and(Cypher.gte(value, range.property("from")), Cypher.lt(value, range.property("to"))),
  );
  const begun = new Cypher.Variable();
  const below = Cypher.any(
    begun,
    correct.property("below"),
    Cypher.and(Cypher.startsWith(value, begun.property("start")), Cypher.gte(value, begun.property("from"))),
  );
  const [wrongly, rightly] = operator === "gt" || operator === "gte" ? [below, above] : [above, below];
  return Cypher.or(Cypher.and(Cypher[operator](value, operand), Cypher.not(wrongly)), rightly);
}
