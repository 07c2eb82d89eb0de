import { dateRank } from "../graph/packed-date.js";
import { compareText } from "../graph/text.js";
import type {
  MatchEdgeField,
  MatchesField,
  MatchField,
  MatchFigure,
  MatchPlan,
  MeetingField,
  ScaledPair,
} from "../plan/match.js";
import type { EdgeField, Key, NodeField } from "../plan/plan.js";
import { listPage, listPart } from "./list-page.js";
import type { ListPage } from "./list-page.js";

/** What both engines make of matches, once they are counted: figures, order, pages. `N` and `E` are what an engine calls a node and an edge. */

/** How often a pair of values occurs in one year; null for a missing value, and for what has no year. */
export interface Tally {
  readonly of: string | null;
  readonly with: string | null;
  readonly year: number | null;
  readonly count: number;
}

/** Another node, and how its edges match. */
export interface Compared<N> {
  readonly node: N;
  readonly id: string;
  readonly tallies: readonly Tally[];
}

/** One match: the node at which two edges meet. */
export interface Meeting<N, E> {
  readonly node: N;
  readonly id: string;
  /** Packed; 0 for none. */
  readonly date: number;
  readonly of: string | null;
  readonly with: string | null;
  readonly links: Readonly<Record<"of" | "with", E>>;
}

/** How what is selected is read. */
export interface MatchReaders<N, E> {
  node(node: N, fields: readonly NodeField[]): unknown;
  link(link: E, fields: readonly EdgeField[]): unknown;
  /** All matches with another node. */
  meetings(other: N): readonly Meeting<N, E>[];
}

type Figures = Readonly<Record<Exclude<MatchFigure, "score">, number>> & { readonly score: number | null };

/** One row of an answer: what is common with another node, in all or in one year. */
interface Row<N> extends Compared<N> {
  readonly year: number | null;
  readonly figures: Figures;
  /** The years that its matches are of; null for all. */
  readonly within: readonly (number | null)[] | null;
}

/** The others that have enough in common, in order. */
export interface Ranking<N> {
  readonly count: number;
  readonly page: ListPage<Row<N>>;
}

/** Ranks the others and cuts out the page asked for. */
export function rankMatches<N>(plan: MatchPlan, others: readonly Compared<N>[]): Ranking<N> {
  const sign = plan.direction === "asc" ? 1 : -1;
  const rows = others
    .map((other): Row<N> => ({ ...other, year: null, within: null, figures: figuresOf(other.tallies, plan.scale) }))
    .filter(({ figures }) => figures.shared >= Math.max(1, plan.least));
  const against = ({ figures, id }: Row<N>, [score, wanted]: Key): number =>
    sign * ((figures.score ?? 0) - Number(score)) || compareText(id, String(wanted));
  rows.sort((a, b) => against(a, keyOfRow(b)));
  return { count: rows.length, page: listPage(rows, plan.page, against, keyOfRow) };
}

/** The result of a plan: a value for each of its parts. */
export function matchResult<N, E>(
  plan: MatchPlan,
  { count, page }: Ranking<N>,
  readers: MatchReaders<N, E>,
): Readonly<Record<string, unknown>> {
  const row = (fields: readonly MatchField[]) => (one: Row<N>) => readRow(plan, one, fields, readers);
  const edge = (fields: readonly MatchEdgeField[]) => (one: Row<N>) =>
    object(fields, (field) => (field.kind === "cursor" ? keyOfRow(one) : row(field.fields)(one)));
  return object(plan.parts, (part) => listPart(part, count, page, { node: row, edge }));
}

/** Whether a plan asks for the years of matches, so that they have to be counted by year. */
export function asksYears(plan: MatchPlan): boolean {
  return fieldsOf(plan).some(({ kind }) => kind === "years");
}

/** Whether a plan lists matches. */
export function asksMatches(plan: MatchPlan): boolean {
  const lists = (fields: readonly MatchField[]): boolean =>
    fields.some((field) => field.kind === "matches" || (field.kind === "years" && lists(field.fields)));
  return lists(fieldsOf(plan));
}

function fieldsOf({ parts }: MatchPlan): readonly MatchField[] {
  return parts.flatMap((part) => {
    if (part.kind === "nodes") return part.fields;
    return part.kind === "edges" ? part.fields.flatMap((field) => (field.kind === "self" ? field.fields : [])) : [];
  });
}

function keyOfRow<N>({ figures, id }: Row<N>): Key {
  return [figures.score, id];
}

function readRow<N, E>(
  plan: MatchPlan,
  row: Row<N>,
  fields: readonly MatchField[],
  readers: MatchReaders<N, E>,
): Readonly<Record<string, unknown>> {
  return object(fields, (field) => {
    switch (field.kind) {
      case "value":
        return field.name === "year" ? row.year : row.figures[field.name];
      case "pairs":
        return pairsOf(row.tallies);
      case "with":
        return readers.node(row.node, field.fields);
      case "years":
        return yearsOf(row, plan.scale).map((year) => readRow(plan, year, field.fields, readers));
      case "matches":
        return readMatches(plan, row, field, readers);
    }
  });
}

function figuresOf(tallies: readonly Tally[], scale: readonly ScaledPair[]): Figures {
  const figures = { shared: 0, same: 0, partly: 0, opposite: 0 };
  let sum = 0;
  for (const { of, with: other, count } of tallies) {
    const agreement = agreementOf(of, other, scale);
    if (agreement === null) continue;
    figures.shared += count;
    figures[figureOf(agreement)] += count;
    sum += agreement * count;
  }
  return { ...figures, score: figures.shared === 0 ? null : sum / figures.shared };
}

function agreementOf(of: string | null, other: string | null, scale: readonly ScaledPair[]): number | null {
  return scale.find((pair) => pair.of === of && pair.with === other)?.agreement ?? null;
}

function figureOf(agreement: number): "same" | "partly" | "opposite" {
  return agreement === 1 ? "same" : agreement === 0 ? "opposite" : "partly";
}

function pairsOf(tallies: readonly Tally[]): readonly Omit<Tally, "year">[] {
  const pairs = new Map<string, Omit<Tally, "year">>();
  for (const { of, with: other, count } of tallies) {
    const name = JSON.stringify([of, other]);
    pairs.set(name, { of, with: other, count: count + (pairs.get(name)?.count ?? 0) });
  }
  return [...pairs.values()].sort(
    (a, b) => b.count - a.count || compareValues(a.of, b.of) || compareValues(a.with, b.with),
  );
}

function compareValues(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}

function yearsOf<N>(row: Row<N>, scale: readonly ScaledPair[]): readonly Row<N>[] {
  const years = [...new Set(row.tallies.map(({ year }) => year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return years.map((year) => {
    const tallies = row.tallies.filter((tally) => tally.year === year);
    return { ...row, year, tallies, within: [year], figures: figuresOf(tallies, scale) };
  });
}

function readMatches<N, E>(
  plan: MatchPlan,
  row: Row<N>,
  field: MatchesField,
  readers: MatchReaders<N, E>,
): Readonly<Record<string, unknown>> {
  const meetings = readers
    .meetings(row.node)
    .filter(({ date }) => row.within === null || row.within.includes(yearOf(date)))
    .filter((meeting) => isListed(meeting, field, plan.scale))
    .sort((a, b) => againstMeeting(a, keyOfMeeting(b)));
  const page = listPage(meetings, field.page, againstMeeting, keyOfMeeting);
  const node = (fields: readonly NodeField[]) => (meeting: Meeting<N, E>) => readers.node(meeting.node, fields);
  const edge = (fields: readonly MeetingField[]) => (meeting: Meeting<N, E>) =>
    object(fields, (one) => readMeeting(meeting, one, readers));
  return object(field.parts, (part) => listPart(part, meetings.length, page, { node, edge }));
}

function readMeeting<N, E>(meeting: Meeting<N, E>, field: MeetingField, readers: MatchReaders<N, E>): unknown {
  switch (field.kind) {
    case "cursor":
      return keyOfMeeting(meeting);
    case "end":
      return readers.node(meeting.node, field.fields);
    case "link":
      return readers.link(meeting.links[field.link], field.fields);
  }
}

function isListed(
  meeting: { readonly of: string | null; readonly with: string | null },
  { figure, of, with: other }: MatchesField,
  scale: readonly ScaledPair[],
): boolean {
  if (of !== null && meeting.of !== of) return false;
  if (other !== null && meeting.with !== other) return false;
  const agreement = agreementOf(meeting.of, meeting.with, scale);
  if (agreement === null) return figure === null && (of !== null || other !== null);
  return figure === null || figureOf(agreement) === figure;
}

/** The year of a packed date; null for none. */
export function yearOf(date: number): number | null {
  return date === 0 ? null : Math.floor(date / 10_000);
}

/** The date as a number that orders dates, and the id. */
function keyOfMeeting<N, E>({ date, id }: Meeting<N, E>): Key {
  return [date === 0 ? null : dateRank(date), id];
}

function againstMeeting<N, E>(meeting: Meeting<N, E>, [date, id]: Key): number {
  const own = meeting.date === 0 ? Infinity : dateRank(meeting.date);
  const other = date === null ? Infinity : Number(date);
  return own === other ? compareText(meeting.id, String(id)) : own - other;
}

/** The value of each field or part under its response key. */
function object<F extends { readonly as: string }>(
  fields: readonly F[],
  value: (field: F) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field.as, value(field)]));
}
