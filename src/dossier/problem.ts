import { posix } from "node:path";

import { compareText } from "../graph/text.js";

/** A place in a dossier file. `file` is relative to the directory of dossiers, with `/`; `line` and `column` count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a dossier, said so that its author knows what to do. */
export interface Problem extends Position {
  readonly message: string;
}

/** Takes note of a problem; reading goes on. */
export type Report = (at: Position, message: string) => void;

/** Where each record was written: nodes, edges, aliases, claims and evidences, by identity. */
export type Places = ReadonlyMap<object, Position>;

/** `file:line:column: message`. Given the directory as its user wrote it, the file is one that user can open. */
export function formatProblem(problem: Problem, directory = ""): string {
  return `${formatPosition({ ...problem, file: posix.join(directory, problem.file) })}: ${problem.message}`;
}

/** `file:line:column`. */
export function formatPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** By file (code point), line and column, then message, so that a list of problems never depends on how it was found. */
export function compareProblems(a: Problem, b: Problem): number {
  return comparePositions(a, b) || compareText(a.message, b.message);
}

/** By file (code point), line and column. */
export function comparePositions(a: Position, b: Position): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}
