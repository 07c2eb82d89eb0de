import { bit, u32, u8 } from "../../graph/arrays.js";
import type { Column } from "../../graph/column.js";
import { rowsOf, tableOf } from "../../graph/ids.js";
import type { Graph, ListTable } from "../../graph/model.js";

/**
 * What an edge says but for whom it says it of, as a text: two edges of a graph with one text have the same columns but for their ids. The votes
 * of a roll call that went one way are alike. Null of an edge that has what few have, such as premises, or a number, and is taken to be like
 * no other.
 */
export function likeness(graph: Graph, edge: number, table = tableOf(graph, edge)): string | null {
  const { edges, evidence } = graph;
  if (has(edges.basis, edge) || has(edges.derivedFrom, edge)) return null;
  const { start, key, date, from, until, columns } = table;
  const row = edge - start;
  let text = `${start} ${u8(edges.stance, edge)} ${u32(key, row)} ${u32(date, row)} ${u32(from, row)} ${u32(until, row)}`;
  for (const column of columns.values()) {
    const code = codeIn(column, row);
    if (code === null) return null;
    text += ` ${code}`;
  }
  const end = u32(edges.evidence, edge + 1);
  for (let one = u32(edges.evidence, edge); one < end; one++) {
    if (has(evidence.attributedTo, one) || has(evidence.reportedBy, one)) return null;
    text +=
      `;${u32(evidence.source, one)} ${u32(evidence.paragraph, one)} ${u32(evidence.row, one)} ${u32(evidence.page, one)}` +
      ` ${u32(evidence.symbol, one)} ${u32(evidence.section, one)} ${u32(evidence.quote, one)} ${u32(evidence.wording, one)}`;
  }
  return text;
}

function has({ owner }: Pick<ListTable, "owner">, row: number): boolean {
  const [start, end] = rowsOf(owner, row);
  return start < end;
}

/** The code of the value in a row, which says all of it, or 0 where there is none; null where there is one that has no code. */
function codeIn(column: Column, row: number): number | null {
  switch (column.kind) {
    case "string":
    case "date":
      return u32(column.codes, row);
    case "enum":
    case "boolean":
      return u8(column.codes, row);
    default:
      return bit(column.present, row) ? null : 0;
  }
}
