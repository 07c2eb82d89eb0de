import type { Content } from "./content.js";

/** A form in which a graph is written. */
export interface ExportFormat {
  /** Such as `csv-nodes`. */
  readonly name: string;
  readonly title: string;
  /** What it is good for, in a phrase. */
  readonly use: string;
  readonly mediaType: string;
  /** Of a file's name, such as `.nodes.csv`. */
  readonly ending: string;
  /** The text, in pieces of a page of records at most: see `chunks.ts`. */
  readonly write: (content: Content) => AsyncIterable<string>;
}
