/** What became of one record of a file that there is something to say about. */
export interface Remark {
  readonly file: string;
  readonly line: number;
  /** The same for all of its kind. */
  readonly reason: string;
  readonly detail?: string;
}

/** How often something was said, and of which records first. */
export interface Tallied {
  readonly reason: string;
  readonly count: number;
  readonly first: readonly Remark[];
}

/** What became of the records of one file. */
export interface FileSummary {
  readonly file: string;
  readonly read: number;
  readonly kept: number;
  /** By reason, the most frequent first. */
  readonly skipped: readonly Tallied[];
  readonly notes: readonly Tallied[];
}

/** Takes every remark as it is made, for those who want them all. */
export type OnRemark = (kind: "skipped" | "note", remark: Remark) => void;

const FIRST = 3;

/** The account of one file: every record read is either kept or skipped. */
export class Ledger {
  readonly #file: string;
  readonly #onRemark: OnRemark;
  readonly #skipped = new Map<string, { count: number; first: Remark[] }>();
  readonly #notes = new Map<string, { count: number; first: Remark[] }>();
  #read = 0;
  #kept = 0;
  #left = 0;

  constructor(file: string, onRemark: OnRemark) {
    this.#file = file;
    this.#onRemark = onRemark;
  }

  read(count: number): void {
    this.#read += count;
  }

  keep(): void {
    this.#kept++;
  }

  skip(line: number, reason: string, detail?: string): void {
    this.#left++;
    this.#take("skipped", this.#skipped, line, reason, detail);
  }

  note(line: number, reason: string, detail?: string): void {
    this.#take("note", this.#notes, line, reason, detail);
  }

  /** @throws RangeError where the importer lost count of a record */
  summary(): FileSummary {
    const [read, kept] = [this.#read, this.#kept];
    if (read !== kept + this.#left) {
      throw new RangeError(`${this.#file}: of ${read} records, ${kept} are kept and ${this.#left} skipped`);
    }
    return { file: this.#file, read, kept, skipped: ranked(this.#skipped), notes: ranked(this.#notes) };
  }

  #take(
    kind: "skipped" | "note",
    tallies: Map<string, { count: number; first: Remark[] }>,
    line: number,
    reason: string,
    detail: string | undefined,
  ): void {
    const remark = { file: this.#file, line, reason, ...(detail === undefined ? {} : { detail }) };
    const tally = tallies.get(reason) ?? { count: 0, first: [] };
    tally.count++;
    if (tally.first.length < FIRST) tally.first.push(remark);
    tallies.set(reason, tally);
    this.#onRemark(kind, remark);
  }
}

function ranked(tallies: ReadonlyMap<string, Omit<Tallied, "reason">>): readonly Tallied[] {
  return [...tallies].map(([reason, tally]) => ({ reason, ...tally })).sort((a, b) => b.count - a.count);
}
