import { inputError } from "../errors.js";

/** An input object as GraphQL hands it over: coerced, and holding only the fields that were given. */
export type Input = Readonly<Record<string, unknown>>;

/** An optional input object; null where it is not given. */
export function asInput(value: unknown): Input | null {
  return typeof value === "object" && value !== null ? (value as Input) : null;
}

/** The fields of a filter. @throws PlenaryError where one is null: a filter left empty by mistake must not let everything through */
export function givenFields(input: Input, at: string): [name: string, value: unknown][] {
  const fields = Object.entries(input);
  const empty = fields.find(([, value]) => value === null);
  if (empty !== undefined) {
    throw inputError(`${at}.${empty[0]} is null. Leave it out, or ask for what is missing with { exists: false }.`);
  }
  return fields;
}

/** A number within bounds. @throws PlenaryError naming the value and the bounds */
export function bounded(value: unknown, name: string, least: number, most: number): number {
  if (typeof value === "number" && value >= least && value <= most) return value;
  throw inputError(`${name} is ${String(value)}, which is not between ${least} and ${most.toLocaleString("en")}.`);
}

/** A list within a bound. @throws PlenaryError naming its length and the bound */
export function limitedList(value: unknown, name: string, most: number): readonly string[] {
  const list = (value ?? []) as readonly string[];
  if (list.length <= most) return list;
  throw inputError(
    `${name} has ${list.length.toLocaleString("en")} entries, which is more than ${most.toLocaleString("en")}.`,
  );
}
