import type { Ontology, PropertyDefinition } from "../ontology/model.js";
import { newBitmap, setBit } from "./arrays.js";
import { columnKind, enumNames } from "./column.js";
import { packDate } from "./packed-date.js";
import type { Scalar } from "./record.js";
import type { SectionWriter } from "./section-writer.js";

/** Gives the value of a row; undefined where there is none. */
export type Rows = (row: number) => unknown;

/**
 * Writes the column of one property, in the form `openColumn` reads. Columns without any value are left out.
 *
 * @throws RangeError where a value does not have the property's type; its message names the property
 */
export function encodeColumn(
  writer: SectionWriter,
  name: string,
  definition: PropertyDefinition,
  ontology: Ontology,
  length: number,
  rows: Rows,
): void {
  const encode = definition.list ? encodeList : encodeItems;
  encode(writer, name, definition, ontology, length, rows);
}

function encodeList(
  writer: SectionWriter,
  name: string,
  definition: PropertyDefinition,
  ontology: Ontology,
  length: number,
  rows: Rows,
): void {
  const present = newBitmap(length);
  const offsets = new Uint32Array(length + 1);
  const members: unknown[] = [];
  for (let row = 0; row < length; row++) {
    const list = rows(row);
    if (list !== undefined) {
      if (!Array.isArray(list)) throw mismatch(definition, list);
      setBit(present, row);
      for (const member of list) members.push(member);
    }
    offsets[row + 1] = members.length;
  }
  writer.putColumn(`${name}.present`, present);
  writer.put(`${name}.offsets`, offsets);
  const item = { ...definition, list: false };
  encodeItems(writer, `${name}[]`, item, ontology, members.length, (row) => members[row]);
}

function encodeItems(
  writer: SectionWriter,
  name: string,
  definition: PropertyDefinition,
  ontology: Ontology,
  length: number,
  rows: Rows,
): void {
  const each = (encode: (value: unknown, row: number) => void): void => {
    for (let row = 0; row < length; row++) {
      const value = rows(row);
      if (value !== undefined) encode(value, row);
    }
  };
  const kind = columnKind(definition);
  switch (kind) {
    case "string": {
      const codes = new Uint32Array(length);
      each((value, row) => (codes[row] = writer.strings.add(text(definition, value))));
      writer.putStrings(name, codes);
      return;
    }
    case "date": {
      const codes = new Uint32Array(length);
      each((value, row) => (codes[row] = packDate(text(definition, value))));
      writer.putColumn(name, codes);
      return;
    }
    case "enum": {
      const codes = new Uint8Array(length);
      const names = enumNames(ontology, definition.type.name);
      if (names.length > 255) throw new RangeError(`The enum ${definition.type.name} has more than 255 values.`);
      const code = new Map(names.map((value, index) => [value, index + 1]));
      each((value, row) => (codes[row] = defined(code.get(value as string), definition, value)));
      writer.putColumn(name, codes);
      return;
    }
    case "boolean": {
      const codes = new Uint8Array(length);
      const code = new Map<unknown, number>([
        [false, 1],
        [true, 2],
      ]);
      each((value, row) => (codes[row] = defined(code.get(value), definition, value)));
      writer.putColumn(name, codes);
      return;
    }
    case "int":
    case "float": {
      const values = kind === "int" ? new Int32Array(length) : new Float64Array(length);
      const present = newBitmap(length);
      each((value, row) => {
        if (typeof value !== "number" || !Number.isFinite(value)) throw mismatch(definition, value);
        if (kind === "int" && (value | 0) !== value) throw mismatch(definition, value);
        values[row] = value;
        setBit(present, row);
      });
      writer.putColumn(`${name}.present`, present);
      writer.putColumn(name, values);
      return;
    }
    case "value": {
      const present = newBitmap(length);
      each((value, row) => {
        if (typeof value !== "object" || value === null || Array.isArray(value)) throw mismatch(definition, value);
        setBit(present, row);
      });
      writer.putColumn(`${name}.present`, present);
      for (const field of ontology.values.get(definition.type.name)?.properties ?? []) {
        const member: Rows = (row) => (rows(row) as Record<string, Scalar> | undefined)?.[field.name];
        encodeColumn(writer, `${name}.${field.name}`, field, ontology, length, member);
      }
    }
  }
}

function text(definition: PropertyDefinition, value: unknown): string {
  if (typeof value !== "string") throw mismatch(definition, value);
  return value;
}

function defined(code: number | undefined, definition: PropertyDefinition, value: unknown): number {
  if (code === undefined) throw mismatch(definition, value);
  return code;
}

function mismatch(definition: PropertyDefinition, value: unknown): RangeError {
  const type = definition.list ? `[${definition.type.name}]` : definition.type.name;
  return new RangeError(`${definition.name}: ${JSON.stringify(value)} is not of type ${type}.`);
}
