import { MODALITIES, RANKS } from "../../ontology/model.js";
import type {
  ConnectionPart,
  EdgeField,
  GroupsPart,
  Key,
  LinkConnectionPart,
  NodeField,
  Page,
} from "../../plan/plan.js";
import type { Columns } from "../../store/neo4j/values.js";
import type { Decoder } from "./decoder.js";
import { groupsName, partName } from "./element.js";

/** One element of a page as a statement returns it. */
type Row = Columns & { readonly key: Key };

/** The elements of a page, in order, and whether the connection goes on at either end. */
interface Window {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

interface Shape {
  readonly page: Page;
  readonly parts: readonly (ConnectionPart | LinkConnectionPart)[];
}

/** The parts of a connection, by response key. */
export function decodeConnection(decoder: Decoder, { page, parts }: Shape, found: Columns, links = false): object {
  const window = pageWindow(page, found);
  return Object.fromEntries(parts.map((part, i) => [part.as, decodePart(decoder, part, i, found, window, links)]));
}

/** What was fetched beyond the page says that there is more; a page counted from the end was fetched in reverse. */
function pageWindow(page: Page, found: Columns): Window {
  const fetched = (found["page"] ?? []) as readonly Row[];
  const size = page.first ?? page.last ?? 0;
  const more = fetched.length > size;
  const rows = fetched.slice(0, size);
  const forward = page.first !== null;
  return {
    rows: forward ? rows : rows.reverse(),
    hasNextPage: found["later"] === true || (forward && more),
    hasPreviousPage: found["earlier"] === true || (!forward && more),
  };
}

function decodePart(
  decoder: Decoder,
  part: ConnectionPart | LinkConnectionPart,
  i: number,
  found: Columns,
  window: Window,
  links: boolean,
): unknown {
  const own = (row: Row): Columns => row[partName(i)] as Columns;
  switch (part.kind) {
    case "edges":
      return window.rows.map((row) => decoder.edge(own(row), part.fields, position(row)));
    case "nodes": {
      // Which of the two kinds of field `nodes` has follows from what the connection is over.
      if (!links) return window.rows.map((row) => decoder.node(own(row), part.fields as readonly NodeField[]));
      return window.rows.map((row) => decoder.edge(own(row), part.fields as readonly EdgeField[], position(row)));
    }
    case "totalCount":
      return found["totalCount"];
    case "pageInfo":
      return {
        hasNextPage: window.hasNextPage,
        hasPreviousPage: window.hasPreviousPage,
        startKey: window.rows[0]?.key ?? null,
        endKey: window.rows.at(-1)?.key ?? null,
      };
    case "omitted":
      return decodeOmitted(found["omitted"] as readonly Omitted[]);
    case "groups":
      return decodeGroups(decoder, part, found[groupsName(i)] as Groups);
  }
}

function position(row: Row): { readonly key: Key; readonly matched: readonly string[] } {
  return { key: row.key, matched: (row["matched"] ?? []) as readonly string[] };
}

interface Omitted {
  readonly modality: (typeof MODALITIES)[number];
  readonly rank: (typeof RANKS)[number];
  readonly count: number;
}

/** In order of declaration. */
function decodeOmitted(omitted: readonly Omitted[]): readonly Omitted[] {
  const place = ({ modality, rank }: Omitted): number =>
    MODALITIES.indexOf(modality) * RANKS.length + RANKS.indexOf(rank);
  return omitted.toSorted((a, b) => place(a) - place(b));
}

interface Groups {
  readonly total: number;
  readonly top: readonly { readonly key: readonly (string | null)[]; readonly count: number }[];
  readonly subject: readonly End[];
  readonly object: readonly End[];
}
interface End {
  readonly id: string;
  readonly node: Columns;
}

function decodeGroups(decoder: Decoder, part: GroupsPart, { total, top, subject, object }: Groups): object {
  const ends = { subject: endsById(subject), object: endsById(object) };
  const end = (side: "subject" | "object", key: readonly (string | null)[]): object | null => {
    const at = part.by.findIndex((one) => one.kind === "end" && one.end === side);
    const node = ends[side].get(key[at] ?? null);
    return node === undefined ? null : decoder.node(node, part[side]);
  };
  const groups = top.map(({ key, count }) => ({
    key,
    count,
    subject: end("subject", key),
    object: end("object", key),
  }));
  return { totalCount: total, groups };
}

function endsById(ends: readonly End[]): ReadonlyMap<string | null, Columns> {
  return new Map(ends.map(({ id, node }) => [id, node]));
}
