import type { GraphRecords } from "../../../src/graph/record.js";

/** Texts that formats have trouble with, in the place of some that random records have. */
const ODD: ReadonlyMap<string, string> = new Map([
  ["a", " \t leading, trailing \r\n lines \r "],
  ["A", "\0\u0001\u001f\u007f\u0085\u2028"],
  ["ab", "\ud800 half, \udc00\ufffe\uffff"],
  ["é", "]]></data>&amp;<!-- \"quoted\" 'too' -->"],
  ["b b", "=1+1"],
  ["ü/ß", '{"json": [1]}'],
  ["\uff21", "\u{1d504}".repeat(300)],
]);

/** Records of the same form with odd texts in them. */
export function odd(records: GraphRecords): GraphRecords {
  return {
    nodes: records.nodes.map((node) => ({ ...(strange(node) as typeof node), id: node.id })),
    edges: records.edges.map(({ id, type, subject, object, ...rest }) => ({
      ...(strange(rest) as typeof rest),
      id,
      type,
      subject,
      object,
    })),
  };
}

function strange(value: unknown, name = ""): unknown {
  if (typeof value === "string") return REFERENCES.has(name) ? value : (ODD.get(value) ?? value);
  if (Array.isArray(value)) return value.map((item) => strange(item, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, strange(member, key)]));
}

/** What holds ids. */
const REFERENCES: ReadonlySet<string> = new Set(["source", "attributedTo", "reportedBy", "derivedFrom", "key"]);
