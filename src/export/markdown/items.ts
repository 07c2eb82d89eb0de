import type { BasisNote, EdgeRecord, NodeRecord, PropertyValue } from "../../graph/record.js";
import type { Ontology, PropertyDefinition } from "../../ontology/model.js";
import type { Names } from "../names.js";
import type { Citations } from "./citations.js";
import { heading, plain, when, words } from "./words.js";

/** A node in a line with its facts; below it what else it is called, what else is claimed, and what its facts rest on beside evidence. */
export function nodeItem(node: NodeRecord, { types }: Ontology, citations: Citations): string {
  const definitions = types.get(node.type)?.properties ?? [];
  const { name = node.id, summary, identified, ...others } = node.properties;
  const facts = [
    ...(identified === false ? ["not named by any source"] : []),
    ...Object.entries(others).map(([property, value]) => fact(property, value, definitions)),
  ].filter((text) => text !== "");
  const known = facts.length === 0 ? "" : `: ${facts.join("; ")}`;
  const summed = summary === undefined ? "" : ` — ${itemText(summary, plain)}`;
  const lines = [
    `- **${itemText(name, plain)}** (${label(node.type)})${known}${summed} ${citations.refer(node.evidence)}`,
    ...node.aliases.map((alias) => {
      const about = [words(alias.kind), when(alias)].filter((text) => text !== "").join(", ");
      return `  - also ${plain(alias.text)} (${about}) ${citations.refer(alias.evidence)}`;
    }),
    ...node.claims.map(({ property, value, rank, reason, evidence }) => {
      const why = reason === undefined ? "" : `: ${plain(reason)}`;
      return `  - ${fact(property, value, definitions)} (${words(rank)}${why}) ${citations.refer(evidence)}`;
    }),
    ...node.basis.map((note) => `  - ${basisText(note)}`),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

/** An edge in a line: who did what to whom, and in brackets how and when. */
export function edgeItem(
  edge: EdgeRecord,
  definitions: readonly PropertyDefinition[],
  names: Names,
  citations: Citations,
): string {
  const happened = edge.modality === "ACTUAL" ? "" : `(${words(edge.modality)}) `;
  const details = [
    ...Object.entries(edge.properties).map(([property, value]) => valueText(value, property, definitions)),
    when(edge),
    ...(edge.rank === "NORMAL" ? [] : [words(edge.rank)]),
    ...(edge.derivedFrom === undefined ? [] : ["derived"]),
    ...edge.basis.map(basisText),
  ].filter((text) => text !== "");
  const about = details.length === 0 ? "" : ` (${details.join(", ")})`;
  const [subject, object] = [plain(names.of(edge.subject)), plain(names.of(edge.object))];
  const line = `- **${subject}** ${happened}${words(edge.type)} **${object}**${about} ${citations.refer(edge.evidence)}`;
  return `${line.trimEnd()}\n`;
}

function fact(property: string, value: PropertyValue, definitions: readonly PropertyDefinition[]): string {
  const text = valueText(value, property, definitions);
  return text === "" ? "" : `${label(property)} ${text}`;
}

/** A value in words where it is a constant of the vocabulary, else as it is. */
function valueText(value: PropertyValue, property: string, definitions: readonly PropertyDefinition[]): string {
  const constant = definitions.find(({ name }) => name === property)?.type.kind === "enum";
  return itemText(value, constant ? words : plain);
}

function itemText(value: PropertyValue, told: (text: string) => string): string {
  if (Array.isArray(value)) return (value as readonly PropertyValue[]).map((item) => itemText(item, told)).join(", ");
  if (typeof value !== "object") return told(String(value));
  const members = Object.entries(value) as [string, PropertyValue][];
  return members.map(([name, member]) => `${label(name)} ${itemText(member, told)}`).join(", ");
}

function basisText({ of, basis, reason }: BasisNote): string {
  return `${label(of)} ${words(basis)}: ${plain(reason)}`;
}

function label(name: string): string {
  return heading(name).toLowerCase();
}
