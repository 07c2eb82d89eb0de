import type { EdgeRecord, NodeRecord } from "../graph/record.js";
import type { InputFile } from "./input/file.js";
import type { StateResolver } from "./states/resolver.js";

/**
 * What an importer is: it reads the files of one format and says which record becomes which node or edge. Everything else (opening,
 * unpacking and decoding files, joining what it says with dossiers and other datasets, deriving, counting, telling of mistakes) is
 * done for it, alike for all formats.
 */
export interface Importer {
  /** As a manifest names it, such as `unvotes`. */
  readonly name: string;
  /** What it reads, in a few words. */
  readonly title: string;
  /** Lines for `plenary import --help`: who publishes the format and where, and what its columns or fields are. */
  readonly help: readonly string[];
  /** The kinds of file it takes, by the name under which a manifest lists them. */
  readonly inputs: readonly InputKind[];
  /**
   * Reads all files of a dataset and emits what they say. Nodes and edges may come in any order. Records that cannot be used are
   * skipped with `InputFile.skip`, never dropped silently.
   *
   * @throws ImportError where a file as a whole cannot be read: nothing is imported then
   */
  readonly read: (files: InputFiles, context: ImportContext) => Promise<void>;
}

export interface InputKind {
  /** The key under `files` in a manifest, such as `rollCalls`. */
  readonly name: string;
  readonly title: string;
  /** Whether a dataset can do without. */
  readonly optional?: boolean;
}

/** The files of a dataset by the name of their kind, each kind in order of file name. A kind without files is an empty list. */
export type InputFiles = ReadonlyMap<string, readonly InputFile[]>;

/** What an importer is given. */
export interface ImportContext {
  /** The id of the Source that all evidence of this dataset names. */
  readonly source: string;
  readonly states: StateResolver;
  readonly identities: Identities;
  readonly sink: Sink;
}

/** Takes what an importer says. Joins it with what dossiers and earlier datasets say of the same node or edge. */
export interface Sink {
  readonly node: (draft: NodeDraft) => void;
  readonly edge: (draft: EdgeDraft) => void;
}

/**
 * A node as one source tells of it. What several say is joined: the first, in the order dossiers, then datasets as the manifest lists
 * them, gives the value that is read, and each value that differs in substance stands beside it as a claim with this draft's evidence.
 */
export interface NodeDraft
  extends Pick<NodeRecord, "id" | "type" | "evidence">, Partial<Pick<NodeRecord, "aliases" | "basis" | "claims">> {
  readonly name: string;
  /** True where the source has no name for it and the importer made one: any name that a source gives is read instead. */
  readonly nameMade?: boolean;
  /** All properties but the name. */
  readonly properties: NodeRecord["properties"];
  /** Properties that this draft knows better than whoever came before: its value is read, and no other is kept. */
  readonly replaces?: readonly string[];
}

/** An edge as one source tells of it: ACTUAL and NORMAL unless it says otherwise. Accounts that agree are joined to one edge. */
export interface EdgeDraft
  extends
    Pick<EdgeRecord, "type" | "subject" | "object" | "evidence">,
    Partial<Pick<EdgeRecord, "key" | "date" | "from" | "until" | "modality" | "rank" | "properties" | "basis">> {}

/**
 * Tells which node something is, so that a dataset says more about a node of the dossiers (or of an earlier dataset) instead of adding
 * its twin. An id given here stands for that thing from then on.
 */
export interface Identities {
  /**
   * The id of the node of a type that has this value for a `@unique` property: `identify("Resolution", "symbol", "A/RES/69/188", …)`.
   *
   * @param otherwise the id that it gets if nobody knows it yet: a slug, see `slug.ts`
   */
  readonly identify: (type: string, property: string, value: string, otherwise: string) => string;
  /** The id of the node of a type that is called so (by name or alias, in the words of `search.ts`), if only one is. */
  readonly identifyNamed: (type: string, name: string, otherwise: string) => string;
  /**
   * The id of the vote on a text as a whole.
   *
   * @param proposal the id of the text
   * @param date the day, EDTF level 0
   */
  readonly identifyVote: (proposal: string, date: string, otherwise: string) => string;
}
