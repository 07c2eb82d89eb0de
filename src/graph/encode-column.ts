import type { Ontology, PropertyDefinition } from "../ontology/model.js";
import { newBitmap, setBit, u32 } from "./arrays.js";
import { columnKind, enumNames } from "./column.js";
import { Growing } from "./growing.js";
import { packDate } from "./packed-date.js";
import type { SectionWriter } from "./section-writer.js";

/** Which of the rows added stands at each place of what is written; null where they are written as they came. */
export type RowOrder = Uint32Array | null;

/** Takes the values of one property row by row, and writes them in the form `openColumn` reads. */
export interface ColumnEncoder {
  /**
   * Adds the value of the next row, undefined where it has none.
   *
   * @throws RangeError where the value does not have the property's type
   */
  add(value: unknown): void;
  /** Writes the column below a name. One without any value is left out. */
  write(name: string, order: RowOrder): void;
}

/** @param owner the type or relationship that has the property, for messages */
export function columnEncoder(
  writer: SectionWriter,
  owner: string,
  definition: PropertyDefinition,
  ontology: Ontology,
): ColumnEncoder {
  const mismatch = (value: unknown): RangeError => {
    const type = definition.list ? `[${definition.type.name}]` : definition.type.name;
    return new RangeError(`${owner}.${definition.name}: ${JSON.stringify(value)} is not of type ${type}.`);
  };
  if (definition.list) {
    const items = columnEncoder(writer, owner, { ...definition, list: false }, ontology);
    return listEncoder(writer, items, mismatch);
  }
  const kind = columnKind(definition);
  switch (kind) {
    case "string":
      return codeEncoder(
        Uint32Array,
        (value) => writer.strings.add(text(value, mismatch)),
        (name, codes) => {
          writer.putStrings(name, codes);
        },
      );
    case "date": {
      const known = new Map<unknown, number>();
      const pack = (value: unknown): number => {
        const code = known.get(value) ?? packDate(text(value, mismatch));
        known.set(value, code);
        return code;
      };
      return codeEncoder(Uint32Array, pack, putColumn(writer));
    }
    case "enum": {
      const names = enumNames(ontology, definition.type.name);
      if (names.length > 255) throw new RangeError(`The enum ${definition.type.name} has more than 255 values.`);
      return codeEncoder(Uint8Array, codeAmong(names, mismatch), putColumn(writer));
    }
    case "boolean":
      return codeEncoder(Uint8Array, codeAmong([false, true], mismatch), putColumn(writer));
    case "int":
      return numberEncoder(writer, Int32Array, (value) => (value | 0) === value, mismatch);
    case "float":
      return numberEncoder(writer, Float64Array, Number.isFinite, mismatch);
    case "value": {
      const fields = (ontology.values.get(definition.type.name)?.properties ?? []).map(
        (field) => [field.name, columnEncoder(writer, `${owner}.${definition.name}`, field, ontology)] as const,
      );
      return valueEncoder(writer, fields, mismatch);
    }
  }
}

type Mismatch = (value: unknown) => RangeError;
type Codes = Uint8Array | Uint32Array;

function codeEncoder<A extends Codes>(
  kind: new (length: number) => A,
  codeOf: (value: unknown) => number,
  put: (name: string, codes: A) => void,
): ColumnEncoder {
  const codes = new Growing(kind);
  return {
    add: (value) => {
      codes.push(value === undefined ? 0 : codeOf(value));
    },
    write: (name, order) => {
      put(name, arranged(codes, order));
    },
  };
}

function numberEncoder(
  writer: SectionWriter,
  kind: new (length: number) => Int32Array | Float64Array,
  fits: (value: number) => boolean,
  mismatch: Mismatch,
): ColumnEncoder {
  const values = new Growing(kind);
  const present = new Growing(Uint8Array);
  return {
    add: (value) => {
      if (value !== undefined && (typeof value !== "number" || !fits(value))) throw mismatch(value);
      values.push(value ?? 0);
      present.push(value === undefined ? 0 : 1);
    },
    write: (name, order) => {
      writer.putColumn(`${name}.present`, bitmap(arranged(present, order)));
      writer.putColumn(name, arranged(values, order));
    },
  };
}

function valueEncoder(
  writer: SectionWriter,
  fields: readonly (readonly [name: string, column: ColumnEncoder])[],
  mismatch: Mismatch,
): ColumnEncoder {
  const present = new Growing(Uint8Array);
  return {
    add: (value) => {
      if (value !== undefined && (typeof value !== "object" || value === null || Array.isArray(value)))
        throw mismatch(value);
      present.push(value === undefined ? 0 : 1);
      const members = (value ?? {}) as Readonly<Record<string, unknown>>;
      for (const [name, column] of fields) column.add(members[name]);
    },
    write: (name, order) => {
      writer.putColumn(`${name}.present`, bitmap(arranged(present, order)));
      for (const [field, column] of fields) column.write(`${name}.${field}`, order);
    },
  };
}

function listEncoder(writer: SectionWriter, items: ColumnEncoder, mismatch: Mismatch): ColumnEncoder {
  const present = new Growing(Uint8Array);
  const ends = new Growing(Uint32Array);
  return {
    add: (value) => {
      if (value !== undefined && !Array.isArray(value)) throw mismatch(value);
      const members: readonly unknown[] = value ?? [];
      for (const member of members) items.add(member);
      present.push(value === undefined ? 0 : 1);
      ends.push((ends.length === 0 ? 0 : ends.at(ends.length - 1)) + members.length);
    },
    write: (name, order) => {
      writer.putColumn(`${name}.present`, bitmap(arranged(present, order)));
      const start = (row: number): number => (row === 0 ? 0 : ends.at(row - 1));
      const { offsets, members } = rangesInOrder(ends.length, order, start, (row) => ends.at(row));
      writer.put(`${name}.offsets`, offsets);
      items.write(`${name}[]`, order === null ? null : members);
    },
  };
}

/** The members of ranges one after the other, range by range in some order, and where the members of each begin. */
export function rangesInOrder(
  count: number,
  order: RowOrder,
  start: (row: number) => number,
  end: (row: number) => number,
): { readonly offsets: Uint32Array; readonly members: Uint32Array } {
  const offsets = new Uint32Array(count + 1);
  const members = new Growing(Uint32Array);
  for (let i = 0; i < count; i++) {
    const row = order === null ? i : u32(order, i);
    for (let member = start(row); member < end(row); member++) members.push(member);
    offsets[i + 1] = members.length;
  }
  return { offsets, members: members.all() };
}

/** What was taken row by row, in order. */
export function arranged<A extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  rows: Growing<A>,
  order: RowOrder,
): A {
  return order === null ? rows.all() : rows.ordered(order);
}

function bitmap(flags: Uint8Array): Uint8Array {
  const bits = newBitmap(flags.length);
  for (let row = 0; row < flags.length; row++) if (flags[row] === 1) setBit(bits, row);
  return bits;
}

function putColumn(writer: SectionWriter): (name: string, codes: Codes) => void {
  return (name, codes) => {
    writer.putColumn(name, codes);
  };
}

/** The code of a value: its position among all, from 1. */
function codeAmong(all: readonly unknown[], mismatch: Mismatch): (value: unknown) => number {
  const codes = new Map(all.map((value, index) => [value, index + 1]));
  return (value) => {
    const code = codes.get(value);
    if (code === undefined) throw mismatch(value);
    return code;
  };
}

function text(value: unknown, mismatch: Mismatch): string {
  if (typeof value !== "string") throw mismatch(value);
  return value;
}
