import { MODALITIES, type View } from "../view/view.js";

/** A GraphQL variable: its type, and its value. */
export interface Variable {
  readonly type: string;
  readonly value: unknown;
}

export type Variables = Readonly<Record<string, Variable>>;

/** The clocks and modalities of a view, as arguments of the API's `view`. */
export interface Scope {
  /** Opens `view(…)`. */
  readonly open: string;
  readonly variables: Variables;
}

/** The scope that a view asks everything in: only the arguments that it sets, so that the query can be read. */
export function scopeOf({ valid, known, modalities }: Pick<View, "valid" | "known" | "modalities">): Scope {
  const clocks = [
    ...(valid === null ? [] : [["valid", { type: "Date", value: valid }] as const]),
    ...(known === null ? [] : [["known", { type: "Date", value: known }] as const]),
  ];
  const variables: Variables = {
    ...Object.fromEntries(clocks),
    modality: { type: "[Modality!]", value: modalities.length === 0 ? MODALITIES : modalities },
  };
  const args = Object.keys(variables).map((name) => `${name}: $${name}`);
  return { open: `view(${args.join(", ")})`, variables };
}

/** Writes a document: an operation with its variables declared, a body, and the fragments it uses. */
export function documentOf(
  name: string,
  variables: Variables,
  body: string,
  fragments: readonly string[],
): { readonly name: string; readonly query: string; readonly variables: Readonly<Record<string, unknown>> } {
  const declared = Object.entries(variables).map(([key, { type }]) => `$${key}: ${type}`);
  const head = declared.length === 0 ? `query ${name}` : `query ${name}(${declared.join(", ")})`;
  return {
    name,
    query: [`${head} {\n${indent(body)}\n}`, ...fragments].join("\n\n"),
    variables: Object.fromEntries(Object.entries(variables).map(([key, { value }]) => [key, value])),
  };
}

/** Moves every line of a text to the right. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
