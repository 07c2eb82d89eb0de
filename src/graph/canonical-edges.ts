import { u32, u8 } from "./arrays.js";
import { canonicalEdge, canonicalEvidence, canonicalProperties, quoted } from "./canonical.js";
import type { Column } from "./column.js";
import { nodeId, tableOf } from "./ids.js";
import type { Graph, RelationshipTable } from "./model.js";
import { unpackDate } from "./packed-date.js";
import { edgeRecord, evidenceOf, readProperties } from "./read-records.js";
import { modalityOf, rankOf } from "./stance.js";

/**
 * Gives the canonical line of an edge, as {@link canonicalEdge} does of its record. It is put together from a few long texts that many
 * edges share, so that a million of them are hashed without making as many records: most are votes, and those in one roll call differ in
 * the state and its position alone. Fastest for edges in order of id.
 */
export function canonicalEdges(graph: Graph): (edge: number) => string {
  const { edges } = graph;
  // Few edges have a note or premises.
  const special = new Set([...edges.basis.owner, ...edges.derivedFrom.owner]);
  const writers = new Map<RelationshipTable, (edge: number) => string>();
  let table: RelationshipTable | null = null;
  let lineOf = (edge: number): string => canonicalEdge(edgeRecord(graph, edge));
  return (edge) => {
    if (special.has(edge)) return canonicalEdge(edgeRecord(graph, edge));
    if (table === null || edge < table.start || edge >= table.end) {
      table = tableOf(graph, edge);
      lineOf = writers.get(table) ?? plainEdges(graph, table);
      writers.set(table, lineOf);
    }
    return lineOf(edge);
  };
}

/** What the edges of one type to one object have in common, for as long as they have. */
interface Shared {
  readonly date: number;
  readonly stance: number;
  /** As {@link evidenceColumns} lists it. */
  readonly evidence: readonly number[];
  /** The line up to the id, and from the object in the id to the properties. */
  readonly before: string;
  readonly between: string;
}

/** As {@link canonicalEdges}, of the edges of one type that have neither notes nor premises. */
function plainEdges(graph: Graph, table: RelationshipTable): (edge: number) => string {
  const { edges } = graph;
  const { from, key, start, type, until } = table;
  const columns = evidenceColumns(graph);
  const propertiesOf = propertyTexts(graph, table.columns);
  /** From the first object of the type on: an array with a large hole before it is slow. */
  const byObject: Shared[] = [];
  let closing = { subject: -1, stance: -1, id: "", text: "" };

  const share = (edge: number, date: number, stance: number): Shared => {
    const object = inner(nodeId(graph, u32(edges.object, edge)));
    const evidence = evidenceOf(graph, edges.evidence, edge).map(canonicalEvidence).join(",");
    return {
      date,
      stance,
      evidence: columns.of(edge),
      before: `{"basis":[]${date === 0 ? "" : `,"date":"${unpackDate(date)}"`},"evidence":[${evidence}],"id":"`,
      between: `/${type}/${object}","modality":"${modalityOf(stance)}","object":"${object}","properties":`,
    };
  };
  return (edge) => {
    const row = edge - start;
    if (u32(from, row) + u32(until, row) + u32(key, row) > 0) return canonicalEdge(edgeRecord(graph, edge));
    const [subject, place] = [u32(edges.subject, edge), u32(edges.object, edge) - table.in.first];
    const [date, stance] = [u32(table.date, row), u8(edges.stance, edge)];
    let shared = byObject[place];
    if (shared?.date !== date || shared.stance !== stance || !columns.hold(edge, shared.evidence)) {
      byObject[place] = shared = share(edge, date, stance);
    }
    if (closing.subject !== subject || closing.stance !== stance) {
      const id = inner(nodeId(graph, subject));
      closing = { subject, stance, id, text: `,"rank":"${rankOf(stance)}","subject":"${id}","type":"${type}"}` };
    }
    return shared.before + closing.id + shared.between + propertiesOf(row) + closing.text;
  };
}

/** Gives the evidence of an edge as numbers, and tells whether an edge has evidence of just these. What is attributed or relayed has none. */
function evidenceColumns({ edges, evidence }: Graph): {
  readonly of: (edge: number) => readonly number[];
  readonly hold: (edge: number, numbers: readonly number[]) => boolean;
} {
  const { attributedTo, page, paragraph, quote, reportedBy, row, section, source, symbol, wording } = evidence;
  const columns = [source, section, symbol, row, paragraph, page, quote, wording].filter(({ length }) => length > 0);
  const listed = new Set([...attributedTo.owner, ...reportedBy.owner]);
  return {
    of: (edge) => {
      const numbers: number[] = [];
      const end = u32(edges.evidence, edge + 1);
      for (let own = u32(edges.evidence, edge); own < end; own++) {
        for (const column of columns) numbers.push(listed.has(own) ? NaN : u32(column, own));
      }
      return numbers;
    },
    hold: (edge, numbers) => {
      const end = u32(edges.evidence, edge + 1);
      let at = 0;
      for (let own = u32(edges.evidence, edge); own < end; own++) {
        for (const column of columns) if (u32(column, own) !== numbers[at++]) return false;
        if (listed.has(own)) return false;
      }
      return at === numbers.length;
    },
  };
}

/** Gives the canonical properties of a row; of a relationship whose one property is an enum, one of a few texts. */
function propertyTexts(graph: Graph, columns: ReadonlyMap<string, Column>): (row: number) => string {
  const [only] = columns;
  if (only !== undefined && columns.size === 1 && only[1].kind === "enum") {
    const { codes, names } = only[1];
    const texts = [{}, ...names.map((name) => ({ [only[0]]: name }))].map(canonicalProperties);
    return (row) => texts[u8(codes, row)] ?? "{}";
  }
  return (row) => canonicalProperties(readProperties(graph, columns, row));
}

/** A text as it stands between quotation marks. */
function inner(text: string): string {
  return quoted(text).slice(1, -1);
}
