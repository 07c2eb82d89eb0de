import { bit, f64, i32, u32, u8 } from "../../graph/arrays.js";
import type { Column } from "../../graph/column.js";
import type { Strings } from "../../graph/strings.js";

/**
 * The values of a property as numbers that order as the values do: the string code of texts and names, packed dates, numbers
 * themselves, 0 and 1 of booleans. NaN is none. `x` is a row, a node or an edge.
 */
export type Cells =
  | { readonly list: false; readonly at: (x: number) => number }
  | { readonly list: true; readonly at: (x: number) => readonly number[] };

/** The cells of a property that nothing has. */
export const NO_CELLS: Cells = { list: false, at: () => NaN };

/** The cells of a column, or of a field of the value objects in it. */
export function columnCells(column: Column, path: readonly string[], strings: Strings): Cells {
  if (column.kind === "list") {
    const { offsets } = column;
    const items = columnCells(column.items, path, strings);
    return {
      list: true,
      at: (row) => {
        const members: number[] = [];
        const end = u32(offsets, row + 1);
        for (let item = u32(offsets, row); item < end; item++) members.push(...cellValues(items, item));
        return members;
      },
    };
  }
  if (column.kind !== "value") return { list: false, at: scalarCells(column, strings) };
  const [name = "", ...rest] = path;
  const field = column.fields.get(name);
  return field === undefined ? NO_CELLS : columnCells(field, rest, strings);
}

/** All values at `x`, none where it has none. */
export function cellValues(cells: Cells, x: number): readonly number[] {
  if (cells.list) return cells.at(x);
  const value = cells.at(x);
  return Number.isNaN(value) ? [] : [value];
}

function scalarCells(column: Exclude<Column, { kind: "list" | "value" }>, strings: Strings): (row: number) => number {
  switch (column.kind) {
    case "string":
    case "date": {
      const { codes } = column;
      return (row) => orNone(u32(codes, row));
    }
    case "enum": {
      const { codes } = column;
      const names = [NaN, ...column.names.map((name) => strings.code(name))];
      return (row) => names[u8(codes, row)] ?? NaN;
    }
    case "int": {
      const { values, present } = column;
      return (row) => (bit(present, row) ? i32(values, row) : NaN);
    }
    case "float": {
      const { values, present } = column;
      return (row) => (bit(present, row) ? f64(values, row) : NaN);
    }
    case "boolean": {
      const { codes } = column;
      return (row) => orNone(u8(codes, row)) - 1;
    }
  }
}

/** The code itself, NaN for 0. */
export function orNone(code: number): number {
  return code === 0 ? NaN : code;
}
