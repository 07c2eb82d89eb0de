import neo4j from "neo4j-driver";

import type { Ontology } from "../../ontology/model.js";
import { slices } from "./batches.js";
import { labelsOf, nodeProperties } from "./elements.js";
import { FINGERPRINT } from "./fingerprint.js";
import type { OwnedNames } from "./owned.js";
import type { EdgeRow, NodeRow } from "./rows.js";
import { ATTACHED_COLUMNS, ENTITY } from "./schema.js";
import {
  REMOVE_ATTACHED,
  REMOVE_NODES,
  RETURN_NODES,
  WRITE_NODES,
  changeEdges,
  clearValues,
  removeAnyEdges,
  removeEdges,
  stripNodes,
  writeAttached,
} from "./statements.js";
import type { Columns } from "./values.js";
import type { Write, Writer } from "./writer.js";

/** Carries out a difference, in transactions that each leave every element as it was or as it is to be, fingerprint included. */

/** Ids that one statement takes. */
const IDS = 5_000;

/** Takes away relationships of a type by id. */
export async function takeEdges(writer: Writer, type: string, ids: readonly string[]): Promise<void> {
  for (const slice of slices(ids, IDS)) await writer.write({ text: removeEdges(type), parameters: { ids: slice } });
}

/** Takes away relationships of a type between Plenary's nodes: all, or those without an id. */
export async function takeAnyEdges(writer: Writer, type: string, which: "all" | "nameless"): Promise<void> {
  const statement = { text: removeAnyEdges(type, which), parameters: { limit: neo4j.int(2 * IDS) } };
  while ((await writer.count(statement)) > 0);
}

/** Takes away nodes whose edges are gone; one that others hold on to only loses what is Plenary's. */
export async function takeNodes(writer: Writer, owned: OwnedNames, ids: readonly string[]): Promise<void> {
  const { labels, nodeColumns: columns } = owned;
  for (const slice of slices(ids, IDS)) {
    await writer.write(
      ...REMOVE_ATTACHED.map((text) => ({
        text,
        parameters: { rows: slice.map((id) => ({ id, aliases: 0, claims: 0 })), columns: ATTACHED_COLUMNS },
      })),
      { text: REMOVE_NODES, parameters: { ids: slice, labels, columns } },
      { text: stripNodes(labels), parameters: { ids: slice, columns } },
    );
  }
}

/**
 * Takes the values that have to be unique from nodes that are going to be written: another may get them first. Their fingerprints go too, for
 * until they are written they are not as they should be.
 */
export async function clearUniqueValues(writer: Writer, ontology: Ontology, ids: readonly string[]): Promise<void> {
  const unique = ontology.concrete.flatMap((type) => nodeProperties(ontology, type).filter((one) => one.unique));
  const text = clearValues([...new Set([FINGERPRINT, ...unique.map((property) => property.name)])]);
  for (const slice of slices(ids, IDS)) await writer.write({ text, parameters: { ids: slice } });
}

/**
 * Writes nodes with their aliases and claims.
 *
 * @param known whether they may be there already, with other aliases and claims
 */
export async function putNodes(
  writer: Writer,
  ontology: Ontology,
  owned: OwnedNames,
  rows: readonly NodeRow[],
  known: boolean,
): Promise<void> {
  const sizes = rows.map(({ id, aliases, claims }) => ({ id, aliases: aliases.length, claims: claims.length }));
  await writer.write(
    {
      text: WRITE_NODES,
      parameters: { rows: rows.map((row) => labelled(row, ontology, owned)), columns: owned.nodeColumns },
      expected: rows.length,
    },
    ...(known ? REMOVE_ATTACHED : []).map((text) => ({ text, parameters: { rows: sizes, columns: ATTACHED_COLUMNS } })),
    ...attached("alias", rows, (row) => row.aliases),
    ...attached("claim", rows, (row) => row.claims),
  );
}

function labelled({ id, type, columns }: NodeRow, ontology: Ontology, owned: OwnedNames): object {
  const labels = labelsOf(ontology, type);
  return { id, columns, labels, others: owned.labels.filter((label) => label !== ENTITY && !labels.includes(label)) };
}

function attached(
  kind: "alias" | "claim",
  nodes: readonly NodeRow[],
  list: (row: NodeRow) => readonly Columns[],
): readonly Write[] {
  const rows = nodes.flatMap((row) => list(row).map((columns) => ({ owner: row.id, columns })));
  if (rows.length === 0) return [];
  return [{ text: writeAttached(kind), parameters: { rows, columns: ATTACHED_COLUMNS }, expected: rows.length }];
}

/** Makes nodes that an earlier load only stripped, because others held on to them, nodes of the graph again. */
export async function returnNodes(writer: Writer, ids: readonly string[]): Promise<void> {
  for (const slice of slices(ids, IDS)) await writer.write({ text: RETURN_NODES, parameters: { ids: slice } });
}

/** Writes edges of one type that are there. */
export async function changeEdgeRows(
  writer: Writer,
  owned: OwnedNames,
  type: string,
  rows: readonly EdgeRow[],
): Promise<void> {
  const parameters = {
    rows: rows.map(({ id, columns }) => ({ id, columns: { id, ...columns } })),
    columns: owned.edgeColumns,
  };
  await writer.write({ text: changeEdges(type), parameters, expected: rows.length });
}
