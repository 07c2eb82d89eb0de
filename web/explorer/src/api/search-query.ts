import type { View } from "../view/view.js";
import { NODE } from "./fragments.js";
import type { Operation } from "./operation.js";
import { documentOf, indent, scopeOf } from "./scope.js";
import type { SearchAnswer } from "./types.js";

/** The best eight nodes for some words, the last of which may be unfinished. */
export function searchQuery(view: Pick<View, "valid" | "known" | "modalities">, text: string): Operation<SearchAnswer> {
  const scope = scopeOf(view);
  const body = "search(text: $text, first: 8) {\n  totalCount\n  edges { matched node { ...NodeParts } }\n}";
  return documentOf(
    "Search",
    { ...scope.variables, text: { type: "String!", value: text } },
    `${scope.open} {\n${indent(body)}\n}`,
    [NODE],
  );
}
