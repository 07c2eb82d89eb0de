import {
  EMPTY_VIEW,
  MODALITIES,
  MOST,
  PAGE,
  type Expansion,
  type Form,
  type Listing,
  type Page,
  type View,
  type Way,
} from "./view.js";

/**
 * A view as the fragment of a URL, without its `#`: readable parameters, only those that differ from an empty view. It is a fragment
 * and not a query so that no server's log learns what somebody looks at, and no server's limit on addresses applies.
 */
export function encodeView(view: View): string {
  const parts: (readonly [string, string | null])[] = [
    ["page", view.page === EMPTY_VIEW.page ? null : view.page],
    ["form", view.form === EMPTY_VIEW.form ? null : view.form],
    ["story", view.story],
    ["nodes", list(view.nodes)],
    ["list", view.listing === null ? null : encodeListing(view.listing)],
    ...view.expansions.map((expansion) => ["expand", encodeExpansion(expansion)] as const),
    ["from", view.trace?.from ?? null],
    ["to", view.trace?.to ?? null],
    ["selected", view.selected],
    ["modality", view.modalities.length === MODALITIES.length ? null : view.modalities.join(",")],
    ["valid", view.valid],
    ["known", view.known],
    ["body", view.body],
    ["hide", list(view.hidden)],
    ["snapshot", view.snapshot],
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${escape(value)}`])).join("&");
}

/** The view that a URL's fragment stands for, with or without its `#`. What it does not say, or says wrongly, is as in an empty view. */
export function decodeView(fragment: string): View {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const one = (name: string): string | null => parameters.get(name) ?? null;
  const from = one("from");
  const to = one("to");
  const modalities = new Set(split(one("modality")));
  const known = MODALITIES.filter((modality) => modalities.has(modality));
  return {
    page: oneOf<Page>(one("page"), ["view", "stories", "schema"]) ?? EMPTY_VIEW.page,
    form: oneOf<Form>(one("form"), ["picture", "list"]) ?? EMPTY_VIEW.form,
    story: one("story"),
    nodes: split(one("nodes")),
    listing: decodeListing(one("list")),
    expansions: parameters.getAll("expand").flatMap(decodeExpansion),
    trace: from !== null && to !== null ? { from, to } : null,
    selected: one("selected"),
    modalities: known.length === 0 ? MODALITIES : known,
    valid: one("valid"),
    known: one("known"),
    body: one("body"),
    hidden: split(one("hide")),
    snapshot: one("snapshot"),
  };
}

const WAYS: Readonly<Record<Way, string>> = { OUT: "out", IN: "in", BOTH: "both" };

function encodeExpansion({ node, type, way, first }: Expansion): string {
  return [node ?? "", type ?? "", WAYS[way], String(first)].join("~");
}

function decodeExpansion(text: string): readonly Expansion[] {
  const [node = "", type = "", word = "", count = ""] = text.split("~");
  const way = (Object.keys(WAYS) as Way[]).find((key) => WAYS[key] === word) ?? "BOTH";
  if (node === "" && type === "") return [];
  return [{ node: node === "" ? null : node, type: type === "" ? null : type, way, first: countOf(count) }];
}

function encodeListing({ type, first }: Listing): string {
  return `${type}~${String(first)}`;
}

function decodeListing(text: string | null): Listing | null {
  const [type = "", count = ""] = (text ?? "").split("~");
  return type === "" ? null : { type, first: countOf(count) };
}

function countOf(text: string): number {
  return /^(0|[1-9]\d{0,3})$/.test(text) ? Math.min(Number(text), MOST) : PAGE;
}

function list(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join(",");
}

function split(text: string | null): readonly string[] {
  return text === null ? [] : text.split(",").filter((item) => item !== "");
}

function oneOf<T extends string>(text: string | null, words: readonly T[]): T | null {
  return words.find((word) => word === text) ?? null;
}

/** Percent-encodes what would end a parameter, and leaves slashes and commas for people to read. */
function escape(value: string): string {
  return encodeURIComponent(value).replace(/%2C/g, ",").replace(/%2F/g, "/");
}
