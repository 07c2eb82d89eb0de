/** One line of a text file. `number` counts from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** One row of a CSV file: the values of the columns asked for, in that order. `line` is where it begins, from 1; `row` counts the rows after the header, from 1. */
export interface Row {
  readonly line: number;
  readonly row: number;
  readonly values: readonly string[];
}

/**
 * A file of a dataset, unpacked where it is a gzip and decoded as strict UTF-8 without byte order mark. One of `rows`, `lines` and
 * `text` is read, once, from beginning to end; each record that it hands out (a row, a line that is not blank, the whole text) is
 * then kept or skipped. A file that is no such file, that ends too early or that grows without bound is an ImportError.
 */
export interface InputFile {
  /** As the manifest names it; `/` between folders. */
  readonly name: string;
  /** Rows of a CSV with a header, in batches: the columns named, wherever they stand; that one of them is missing is an error. */
  readonly rows: (columns: readonly string[]) => AsyncIterable<readonly Row[]>;
  /** Lines that are not blank, in batches, without their ends. */
  readonly lines: () => AsyncIterable<readonly Line[]>;
  /** The whole text in pieces of any size. */
  readonly text: () => AsyncIterable<string>;
  /** Says that a record became part of the graph. */
  readonly keep: () => void;
  /** Says that a record did not, and why: `reason` is the same for all of its kind, `detail` is what it was this time. */
  readonly skip: (line: number, reason: string, detail?: string) => void;
  /** Says that a record was kept, and something about it that its reader should know, such as a count that its list contradicts. */
  readonly note: (line: number, reason: string, detail?: string) => void;
}
