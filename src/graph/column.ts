import type { Ontology, PropertyDefinition } from "../ontology/model.js";
import { bit, f64, i32, u32, u8 } from "./arrays.js";
import { unpackDate } from "./packed-date.js";
import type { PropertyValue, Scalar, ValueObject } from "./record.js";
import { bytes, floats, integers, words } from "./sections.js";
import type { Sections } from "./sections.js";
import type { Strings } from "./strings.js";
import { compareText } from "./text.js";

/**
 * The values of one property, a row for each node of a type or each edge of a relationship type. In code columns 0 is null; the
 * others have a bitmap of the rows that hold a value.
 */
export type Column =
  /** Codes of `Graph.strings`. */
  | { readonly kind: "string"; readonly codes: Uint32Array }
  /** See `packed-date.ts`. */
  | { readonly kind: "date"; readonly codes: Uint32Array }
  /** Position in `names`, which are in code point order, plus 1. */
  | { readonly kind: "enum"; readonly codes: Uint8Array; readonly names: readonly string[] }
  | { readonly kind: "int"; readonly values: Int32Array; readonly present: Uint8Array }
  | { readonly kind: "float"; readonly values: Float64Array; readonly present: Uint8Array }
  /** 1 is false, 2 is true. */
  | { readonly kind: "boolean"; readonly codes: Uint8Array }
  | { readonly kind: "value"; readonly fields: ReadonlyMap<string, Column>; readonly present: Uint8Array }
  /** Members of row `r` are the rows `offsets[r]` to `offsets[r + 1]` of `items`. */
  | { readonly kind: "list"; readonly offsets: Uint32Array; readonly items: Column; readonly present: Uint8Array };

/** What a column holds, whether in a list or not. */
export type ColumnKind = Exclude<Column["kind"], "list">;

/** The kind of column a property's values, or the members of its list, are kept in. */
export function columnKind(definition: PropertyDefinition): ColumnKind {
  const { type } = definition;
  if (type.kind !== "scalar") return type.kind;
  switch (type.name) {
    case "Int":
      return "int";
    case "Float":
      return "float";
    case "Boolean":
      return "boolean";
    case "Date":
      return "date";
    case "ID":
    case "String":
    case "URL":
      return "string";
  }
}

/** The names of an enum in code point order, which is the order of their codes. */
export function enumNames(ontology: Ontology, name: string): readonly string[] {
  return (ontology.enums.get(name)?.values ?? []).map((value) => value.name).sort(compareText);
}

/** The column stored below `name`. */
export function openColumn(
  sections: Sections,
  name: string,
  definition: PropertyDefinition,
  ontology: Ontology,
): Column {
  if (definition.list) {
    const items = openColumn(sections, `${name}[]`, { ...definition, list: false }, ontology);
    return {
      kind: "list",
      offsets: words(sections, `${name}.offsets`),
      items,
      present: bytes(sections, `${name}.present`),
    };
  }
  const kind = columnKind(definition);
  switch (kind) {
    case "string":
    case "date":
      return { kind, codes: words(sections, name) };
    case "enum":
      return { kind, codes: bytes(sections, name), names: enumNames(ontology, definition.type.name) };
    case "int":
      return { kind, values: integers(sections, name), present: bytes(sections, `${name}.present`) };
    case "float":
      return { kind, values: floats(sections, name), present: bytes(sections, `${name}.present`) };
    case "boolean":
      return { kind, codes: bytes(sections, name) };
    case "value": {
      const fields = ontology.values.get(definition.type.name)?.properties ?? [];
      const columns = fields.map((f) => [f.name, openColumn(sections, `${name}.${f.name}`, f, ontology)] as const);
      return { kind, fields: new Map(columns), present: bytes(sections, `${name}.present`) };
    }
  }
}

/** The value in a row as a record holds it, undefined where there is none. Value objects and lists are fresh. */
export function columnValue(column: Column, row: number, strings: Strings): PropertyValue | undefined {
  if (column.kind === "list") {
    if (!bit(column.present, row)) return undefined;
    const members: (Scalar | ValueObject)[] = [];
    const end = u32(column.offsets, row + 1);
    for (let item = u32(column.offsets, row); item < end; item++) {
      const member = itemValue(column.items, item, strings);
      if (member !== undefined) members.push(member);
    }
    return members;
  }
  return itemValue(column, row, strings);
}

function itemValue(column: Column, row: number, strings: Strings): Scalar | ValueObject | undefined {
  if (column.kind !== "value") return scalarValue(column, row, strings);
  if (!bit(column.present, row)) return undefined;
  const value: Record<string, Scalar | readonly Scalar[]> = {};
  for (const [name, field] of column.fields) {
    const member = columnValue(field, row, strings);
    if (member !== undefined) value[name] = member as Scalar | readonly Scalar[];
  }
  return value;
}

/** The scalar in a row; undefined where there is none, or where the column holds no scalars. */
export function scalarValue(column: Column, row: number, strings: Strings): Scalar | undefined {
  switch (column.kind) {
    case "string": {
      const code = u32(column.codes, row);
      return code === 0 ? undefined : strings.text(code);
    }
    case "date": {
      const date = u32(column.codes, row);
      return date === 0 ? undefined : unpackDate(date);
    }
    case "enum":
      return column.names[u8(column.codes, row) - 1];
    case "int":
      return bit(column.present, row) ? i32(column.values, row) : undefined;
    case "float":
      return bit(column.present, row) ? f64(column.values, row) : undefined;
    case "boolean": {
      const code = u8(column.codes, row);
      return code === 0 ? undefined : code === 2;
    }
    case "value":
    case "list":
      return undefined;
  }
}
