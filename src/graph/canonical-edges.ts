import { u32, u8 } from "./arrays.js";
import { canonicalEdge, canonicalEvidence, canonicalProperties, quoted } from "./canonical.js";
import { nodeId, tableOf } from "./ids.js";
import type { Graph } from "./model.js";
import { unpackDate } from "./packed-date.js";
import { edgeRecord, evidenceRecord, readProperties } from "./read-records.js";
import { modalityOf, rankOf } from "./stance.js";

/**
 * Gives the canonical line of an edge, as {@link canonicalEdge} does of its record. It is put together from texts that many edges share
 * (their ends, dates and evidence), so that a million of them are hashed without making as many records.
 */
export function canonicalEdges(graph: Graph): (edge: number) => string {
  const { edges, strings } = graph;
  // Few edges have a note or premises.
  const special = new Set([...edges.basis.owner, ...edges.derivedFrom.owner]);
  const evidenceOf = canonicalEvidences(graph);
  const idOf = memoised((node) => inner(nodeId(graph, node)));
  const dateOf = memoised(unpackDate);
  const stanceOf = memoised((stance) => ({ modality: modalityOf(stance), rank: rankOf(stance) }));
  const dated = (name: string, date: number): string => (date === 0 ? "" : `,"${name}":"${dateOf(date)}"`);
  return (edge) => {
    if (special.has(edge)) return canonicalEdge(edgeRecord(graph, edge));
    const { columns, date, from, key: keys, start, type, until } = tableOf(graph, edge);
    const row = edge - start;
    const subject = idOf(u32(edges.subject, edge));
    const object = idOf(u32(edges.object, edge));
    const key = u32(keys, row) === 0 ? null : inner(strings.text(u32(keys, row)));
    const id = `${subject}/${type}/${object}${key === null ? "" : `/${key}`}`;
    const { modality, rank } = stanceOf(u8(edges.stance, edge));
    const properties = canonicalProperties(readProperties(graph, columns, row));
    return `{"basis":[]${dated("date", u32(date, row))},"evidence":[${evidenceOf(edge)}]${dated("from", u32(from, row))},"id":"${id}"${key === null ? "" : `,"key":"${key}"`},"modality":"${modality}","object":"${object}","properties":${properties},"rank":"${rank}","subject":"${subject}","type":"${type}"${dated("until", u32(until, row))}}`;
  };
}

/** Gives the canonical evidence of an edge, without brackets. That of a roll call is the evidence of two hundred edges. */
function canonicalEvidences(graph: Graph): (edge: number) => string {
  const { edges, evidence } = graph;
  const { attributedTo, page, paragraph, quote, reportedBy, row: rows, section, source, symbol, wording } = evidence;
  const listed = new Set([...attributedTo.owner, ...reportedBy.owner]);
  const byPlace: EvidenceText[] = [];
  const textOf = (row: number): string => {
    const text = (): string => canonicalEvidence(evidenceRecord(graph, row));
    const detailed = u32(paragraph, row) + u32(page, row) + u32(quote, row) + u32(wording, row) > 0;
    if (detailed || listed.has(row)) return text();
    const place = {
      source: u32(source, row),
      symbol: u32(symbol, row),
      section: u32(section, row),
      row: u32(rows, row),
    };
    const known = byPlace[place.section === 0 ? place.symbol : place.section];
    if (known !== undefined && samePlace(known, place)) return known.text;
    const made = { ...place, text: text() };
    byPlace[place.section === 0 ? place.symbol : place.section] = made;
    return made.text;
  };
  return (edge) => {
    const [start, end] = [u32(edges.evidence, edge), u32(edges.evidence, edge + 1)];
    let text = start < end ? textOf(start) : "";
    for (let row = start + 1; row < end; row++) text += `,${textOf(row)}`;
    return text;
  };
}

/** A place in a source: node, codes and row of an evidence that says no more. */
interface Place {
  readonly source: number;
  readonly symbol: number;
  readonly section: number;
  readonly row: number;
}

interface EvidenceText extends Place {
  readonly text: string;
}

function samePlace(a: Place, b: Place): boolean {
  return a.source === b.source && a.symbol === b.symbol && a.section === b.section && a.row === b.row;
}

function memoised<T>(make: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    const found = known.get(number);
    if (found !== undefined) return found;
    const made = make(number);
    known.set(number, made);
    return made;
  };
}

/** A text as it stands between quotation marks. */
function inner(text: string): string {
  return quoted(text).slice(1, -1);
}
