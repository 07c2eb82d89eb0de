import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { YAMLError } from "yaml";

import type { Position, Report } from "./problem.js";
import type { Entry, Tree } from "./tree.js";

/** A dossier file as read: its tree, and where in the file an offset of the tree is. */
export interface ParsedFile {
  readonly tree: Tree;
  readonly position: (offset: number) => Position;
}

/** Far deeper than any dossier, and shallow enough that no file can exhaust the parser's stack. */
const MAX_DEPTH = 100;

/**
 * Parses the text of one file. Anchors and aliases are refused, and with them every expansion attack; so are duplicate keys,
 * tags, several documents in a file, and nesting no dossier needs.
 *
 * @returns null where the file cannot be read, having reported why
 */
export function parseYaml(file: string, text: string, report: Report): ParsedFile | null {
  if (isTooDeep(text)) {
    report({ file, line: 1, column: 1 }, `the file nests lists or maps more than ${MAX_DEPTH} deep`);
    return null;
  }
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(text, {
    // All scalars stay texts: the ontology, not YAML, decides what they are.
    schema: "failsafe",
    // Checked below in linear time, with the place of the first.
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    for (const error of errors) report(position(error.pos[0]), explain(error, text));
    return null;
  }
  if (document.contents === null) {
    report({ file, line: 1, column: 1 }, "the file is empty; write a list of nodes, or delete it");
    return null;
  }
  const tree = convert(document.contents, 0, { position, report });
  return tree === null ? null : { tree, position };
}

interface Conversion {
  readonly position: (offset: number) => Position;
  readonly report: Report;
}

/** Null where an anchor or alias was met. Of a key given twice the first value counts. */
function convert(node: unknown, fallback: number, conversion: Conversion): Tree | null {
  const { position, report } = conversion;
  const at = (isNode(node) ? node.range?.[0] : undefined) ?? fallback;
  const isAnchored = (isScalar(node) || isCollection(node)) && node.anchor !== undefined;
  if (isAlias(node) || isAnchored) return refuseAnchor(at, conversion);
  if (isScalar(node)) return { kind: "text", text: typeof node.value === "string" ? node.value : "", at };
  if (isSeq(node)) {
    const items: Tree[] = [];
    for (const item of node.items) {
      const tree = convert(item, at, conversion);
      if (tree === null) return null;
      items.push(tree);
    }
    return { kind: "list", items, at };
  }
  if (isMap(node)) {
    const entries = new Map<string, Entry>();
    for (const pair of node.items) {
      const key = convert(pair.key, at, conversion);
      const value = pair.value === null ? emptyAt(key?.at ?? at) : convert(pair.value, key?.at ?? at, conversion);
      if (key?.kind !== "text" || value === null) return null;
      const first = entries.get(key.text);
      if (first === undefined) {
        entries.set(key.text, { name: key.text, value, at: key.at });
      } else {
        const { line, column } = position(first.at);
        report(position(key.at), `the key "${key.text}" is given twice; first at ${line}:${column}`);
      }
    }
    return { kind: "map", entries, at };
  }
  return emptyAt(fallback);
}

function emptyAt(at: number): Tree {
  return { kind: "text", text: "", at };
}

/** Reading stops at the first anchor or alias: one message is enough, and a bomb holds millions. */
function refuseAnchor(at: number, { position, report }: Conversion): null {
  report(position(at), "anchors (&name) and aliases (*name) are not read in dossiers; write the value out");
  return null;
}

function explain(error: YAMLError, text: string): string {
  const [start] = error.pos;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start + 1);
  if (error.code === "TAB_AS_INDENT" || /^[ -]*\t/.test(line)) return "a tab is used for indentation; use spaces";
  switch (error.code) {
    case "MULTIPLE_DOCS":
      return "the file holds several YAML documents; write one list of nodes without ---";
    case "TAG_RESOLVE_FAILED":
      return "tags (!name) are not read in dossiers; write the value alone";
    case "BLOCK_AS_IMPLICIT_KEY":
      return 'a text that contains ": " needs quotation marks around it';
    case "BAD_SCALAR_START":
      return "a text that begins with @ or ` needs quotation marks around it";
    case "RESOURCE_EXHAUSTION":
      return `the file nests lists or maps more than ${MAX_DEPTH} deep`;
    default:
      return `not valid YAML: ${error.message}`;
  }
}

/** Counts brackets and leading dashes without regard to quotation: a dossier comes nowhere near the limit either way. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === OPEN_LIST || unit === OPEN_MAP) {
      if (++depth > MAX_DEPTH) return true;
    } else if ((unit === CLOSE_LIST || unit === CLOSE_MAP) && depth > 0) depth--;
  }
  return /^ *(?:[-?][ \t]+){100}/m.test(text);
}

const OPEN_LIST = "[".charCodeAt(0);
const CLOSE_LIST = "]".charCodeAt(0);
const OPEN_MAP = "{".charCodeAt(0);
const CLOSE_MAP = "}".charCodeAt(0);
