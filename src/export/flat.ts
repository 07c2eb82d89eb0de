import type { BasisNote, EdgeRecord, NodeRecord, Properties, PropertyValue, Scalar } from "../graph/record.js";
import type { Ontology } from "../ontology/model.js";
import { edgeProperties, nodeProperties } from "./properties.js";
import type { ColumnKind, PropertyColumn } from "./properties.js";

/** A column of a table with a row for each record: one value at most, with a list in one text. */
export interface FlatColumn<R> {
  readonly name: string;
  readonly kind: Exclude<ColumnKind, "json">;
  /** Undefined where the record has nothing to put there. */
  readonly read: (record: R) => Scalar | undefined;
}

/** The column of an edge's key. One called `key` would be taken for something of its own by readers such as NetworkX. */
export const EDGE_KEY = "edgeKey";

/** What is between the members of a list. */
export const SEPARATOR = "; ";

/** The columns of nodes, without id and evidence. Aliases, claims and basis notes are put in words, without their evidence. */
export function flatNodeColumns(ontology: Ontology): readonly FlatColumn<NodeRecord>[] {
  return [
    { name: "type", kind: "string", read: ({ type }) => type },
    ...propertyColumns<NodeRecord>(nodeProperties(ontology)),
    text("aliases", ({ aliases }) => joined(aliases.map(({ text }) => text))),
    text("claims", ({ claims }) =>
      joined(claims.map(({ property, value, rank }) => `${property}: ${flatValue(value)} (${rank})`)),
    ),
    text("basis", ({ basis }) => basisText(basis)),
  ];
}

/** The columns of edges, without id, ends and evidence. */
export function flatEdgeColumns(ontology: Ontology): readonly FlatColumn<EdgeRecord>[] {
  return [
    text("type", ({ type }) => type),
    text(EDGE_KEY, ({ key }) => key),
    text("date", ({ date }) => date),
    text("from", ({ from }) => from),
    text("until", ({ until }) => until),
    text("modality", ({ modality }) => modality),
    text("rank", ({ rank }) => rank),
    ...propertyColumns<EdgeRecord>(edgeProperties(ontology)),
    text("basis", ({ basis }) => basisText(basis)),
    text("derivedFrom", ({ derivedFrom }) => joined(derivedFrom ?? [])),
  ];
}

function propertyColumns<R extends { readonly properties: Properties }>(
  columns: readonly PropertyColumn[],
): readonly FlatColumn<R>[] {
  return columns.map(({ name, kind }) => ({
    name,
    kind: kind === "json" ? "string" : kind,
    read: ({ properties }) => {
      const value = properties[name];
      return value === undefined ? undefined : flatValue(value);
    },
  }));
}

function text<R>(name: string, read: (record: R) => string | undefined): FlatColumn<R> {
  return { name, kind: "string", read };
}

/** A value as it is; the members of a list one after another; an object as JSON. */
function flatValue(value: PropertyValue): Scalar {
  if (typeof value !== "object") return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  const members = value as readonly PropertyValue[];
  return members
    .map((member) => (typeof member === "object" ? JSON.stringify(member) : String(member)))
    .join(SEPARATOR);
}

function basisText(notes: readonly BasisNote[]): string | undefined {
  return joined(notes.map(({ of, basis, reason }) => `${of}: ${basis}, ${reason}`));
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(SEPARATOR);
}
