/**
 * What a dossier file says, before anything is known about its meaning: texts, lists and maps, each with the offset at which it
 * is written. Scalars are texts exactly as written, so that `2014-02`, `NO` and `0408` mean what the declared type says and never
 * what YAML would guess.
 */
export type Tree = TextTree | ListTree | MapTree;

export interface TextTree {
  readonly kind: "text";
  readonly text: string;
  readonly at: number;
}

interface ListTree {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly at: number;
}

export interface MapTree {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly at: number;
}

/** One key of a map with its value; `at` is where the key is written. A key without a value has the empty text. */
export interface Entry {
  readonly name: string;
  readonly value: Tree;
  readonly at: number;
}

/** What to call a tree in a message. */
export function describeTree(tree: Tree): string {
  if (tree.kind === "list") return "a list";
  if (tree.kind === "map") return "a map";
  return tree.text === "" ? "nothing" : `"${shorten(tree.text)}"`;
}

/** A text as quoted in a message: on one line, and not longer than one. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
