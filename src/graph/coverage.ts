import { parseDate } from "./date.js";

/**
 * What sources cover, and what an empty answer is worth. Nothing is taken for covered that a source does not say: a date that is only
 * roughly known covers no more than it surely does, and a source that names no relationship is complete for none.
 */

/** One thing that a source says it covers. */
export interface Statement {
  /** The id of the source. */
  readonly source: string;
  /** Empty where it names none: then it is complete for none. */
  readonly relationships: readonly string[];
  /** Empty where it is not limited to some. */
  readonly bodies: readonly string[];
  /** EDTF level 0; null where it is not limited on that side. */
  readonly from: string | null;
  readonly until: string | null;
  readonly complete: boolean;
}

/** What was looked for in vain. */
export interface Question {
  readonly relationships: readonly string[];
  /** Nodes that what was looked for has to do with; one of them may be a body. */
  readonly bodies: readonly string[];
  /** The period asked, EDTF level 0; null where it is open. */
  readonly from: string | null;
  readonly until: string | null;
  /** False where it asks for more than a list of these relationships could tell: then nothing covers it. */
  readonly certain: boolean;
}

/** How far a statement goes towards a question. */
export interface Fit {
  /** The number of the relationships asked that it names. */
  readonly relationships: number;
  readonly body: boolean;
  /** Whether it covers all of the period asked, at least some day of it, or none. */
  readonly period: "whole" | "part" | "none";
  /** Whether it covers all that is asked. */
  readonly whole: boolean;
}

export interface EmptyReason {
  readonly code: "NOT_FOUND" | "NOT_COVERED";
  readonly message: string;
  /** The ids of the sources that settle it, or come nearest to it: at most three, the best first. */
  readonly nearest: readonly string[];
}

const NEAREST = 3;

/** How far a statement goes towards a question, complete or not. */
export function fit(statement: Statement, question: Question): Fit {
  const relationships = question.relationships.filter((type) => statement.relationships.includes(type)).length;
  const body = statement.bodies.length === 0 || question.bodies.some((id) => statement.bodies.includes(id));
  const period = periodFit(statement, question);
  const all = question.relationships.length > 0 && relationships === question.relationships.length;
  return { relationships, body, period, whole: all && body && period === "whole" };
}

/**
 * Why nothing was found: because there is nothing, where one statement of a source that is complete covers all that was asked; else
 * because nobody says that it lists everything of the kind.
 */
export function emptyReason(question: Question, statements: readonly Statement[]): EmptyReason {
  const proof = question.certain
    ? statements.find((statement) => statement.complete && fit(statement, question).whole)
    : undefined;
  if (proof !== undefined) {
    const message = `There is none: ${proof.source} lists every ${asked(question, [proof])}.`;
    return { code: "NOT_FOUND", message, nearest: [proof.source] };
  }
  const message = question.certain
    ? `No source lists every ${asked(question, statements)}: that none is found does not mean that there is none.`
    : "No source can be complete for what is asked: that none is found does not mean that there is none.";
  return { code: "NOT_COVERED", message, nearest: nearest(question, statements) };
}

/**
 * The sources whose statements go farthest: most relationships, then the body, the period, completeness; ties in the order given. One that is
 * about neither the body nor any of the time is not near.
 */
function nearest(question: Question, statements: readonly Statement[]): readonly string[] {
  const score = (statement: Statement): readonly number[] => {
    const { relationships, body, period } = fit(statement, question);
    return [relationships, Number(body), PERIODS.indexOf(period), Number(statement.complete)];
  };
  const ranked = statements
    .map((statement) => ({ source: statement.source, score: score(statement) }))
    .filter(({ score: [relationships = 0, body = 0, period = 0] }) => relationships > 0 && body + period > 0)
    .sort((a, b) => compareScores(b.score, a.score));
  return [...new Set(ranked.map(({ source }) => source))].slice(0, NEAREST);
}

const PERIODS = ["none", "part", "whole"] as const;

function compareScores(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function periodFit(statement: Statement, question: Question): Fit["period"] {
  // What is only roughly said is covered from its last day, and until its first.
  const covered = days(dayOf(statement.from, "max"), dayOf(statement.until, "min"));
  const wanted = days(dayOf(question.from, "min"), dayOf(question.until, "max"));
  if (covered.first <= wanted.first && covered.last >= wanted.last) return "whole";
  return covered.first <= wanted.last && covered.last >= wanted.first ? "part" : "none";
}

function days(first: number | null, last: number | null): { readonly first: number; readonly last: number } {
  return { first: first ?? -Infinity, last: last ?? Infinity };
}

function dayOf(date: string | null, end: "min" | "max"): number | null {
  return date === null ? null : (parseDate(date)?.[end] ?? null);
}

/** In words. Of the nodes that it has to do with, those that some statement knows for a body. */
function asked({ relationships, bodies: ids, from, until }: Question, statements: readonly Statement[]): string {
  const bodies = ids.filter((id) => statements.some((statement) => statement.bodies.includes(id)));
  return [
    relationships.join(" and "),
    ...(bodies.length === 0 ? [] : [`of ${bodies.join(" or ")}`]),
    ...(from === null && until === null ? ["of all time"] : []),
    ...(from === null ? [] : [`from ${from}`]),
    ...(until === null ? [] : [`until ${until}`]),
  ].join(" ");
}
