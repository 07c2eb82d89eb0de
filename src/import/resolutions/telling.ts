import type { Evidence } from "../../graph/record.js";
import type { ImportContext } from "../importer.js";
import type { Part, TextRecord } from "./record.js";

/** What the records of one dataset have said already, so that a topic is told of once. */
export class Said {
  readonly #keys = new Set<string>();

  /** True the first time that a key is asked for. */
  first(key: string): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    return true;
  }
}

/** Something about a record that was kept and that its reader should know. `reason` is the same for all of its kind. */
export interface Doubt {
  readonly reason: string;
  readonly detail: string;
}

/** All that telling of one record needs. */
export interface Telling {
  readonly record: TextRecord;
  readonly context: ImportContext;
  readonly said: Said;
  /** The symbol under which the text is known: its own, or its draft's. */
  readonly symbol: string;
  /** The id of the text. */
  readonly text: string;
  /** The evidence that a part of the record is; the same object for the same words. */
  readonly evidence: (part: Part, wording?: string) => readonly Evidence[];
  readonly doubt: (doubt: Doubt) => void;
}

export function evidenceOf({ place }: TextRecord, source: string, symbol: string): Telling["evidence"] {
  const known = new Map<string, readonly Evidence[]>();
  return (part, wording) => {
    const key = `${place.kind === "line" ? "" : part} ${wording ?? ""}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const where = place.kind === "line" ? { row: place.line, section: place.file } : { section: part };
    const evidence = [{ source, symbol, ...where, ...(wording === undefined ? {} : { wording }) }];
    known.set(key, evidence);
    return evidence;
  };
}
