import { cite, evidenceUrl } from "../graph/citation.js";
import type { CitedSource } from "../graph/citation.js";
import type { EdgeRecord, Evidence, NodeRecord } from "../graph/record.js";
import { compareText } from "../graph/text.js";
import type { Content } from "./content.js";

/** A source as an export lists it. */
export interface SourceNote {
  readonly id: string;
  /** Its name and date. */
  readonly citation: string;
  readonly url: string | null;
  readonly licence: string | null;
}

/** An evidence as it is cited, and where to read it. */
export interface Citation {
  readonly text: string;
  readonly url: string | null;
  /** Under which terms what it cites may be used, as far as the source says. */
  readonly licence: string | null;
}

/** The sources that what was written rests on: the only part of a graph that an export keeps in memory. */
export class Sources {
  readonly #content: Content;
  readonly #known = new Map<string, CitedSource>();

  constructor(content: Content) {
    this.#content = content;
  }

  /** Looks up those sources of some records that are not known yet. */
  async know(records: readonly (NodeRecord | EdgeRecord)[]): Promise<void> {
    const unknown = new Set<string>();
    for (const record of records) {
      for (const { source } of allEvidence(record)) if (!this.#known.has(source)) unknown.add(source);
    }
    if (unknown.size === 0) return;
    for (const { id, properties } of await this.#content.lookUp([...unknown])) this.#known.set(id, { id, properties });
    // Whatever cannot be looked up is cited by its id.
    for (const id of unknown) if (!this.#known.has(id)) this.#known.set(id, { id, properties: {} });
  }

  /** How some evidence is cited, each citation once. */
  citations(evidence: readonly Evidence[]): readonly Citation[] {
    const distinct = new Map<string, Citation>();
    for (const one of evidence) {
      const source = this.#source(one);
      const text = cite(one, source);
      if (!distinct.has(text))
        distinct.set(text, { text, url: evidenceUrl(one, source), licence: textOf(source, "licence") });
    }
    return [...distinct.values()];
  }

  /** All that are known, in order of id. */
  notes(): readonly SourceNote[] {
    return [...this.#known.values()]
      .sort((a, b) => compareText(a.id, b.id))
      .map((source) => ({
        id: source.id,
        citation: cite({ source: source.id }, source),
        url: textOf(source, "url"),
        licence: textOf(source, "licence"),
      }));
  }

  #source({ source }: Evidence): CitedSource {
    return this.#known.get(source) ?? { id: source, properties: {} };
  }
}

/** All that a record has evidence for: itself, its aliases and claims. */
function* allEvidence(record: NodeRecord | EdgeRecord): Generator<Evidence> {
  yield* record.evidence;
  if (!("claims" in record)) return;
  for (const { evidence } of record.aliases) yield* evidence;
  for (const { evidence } of record.claims) yield* evidence;
}

function textOf({ properties }: CitedSource, property: string): string | null {
  const value = properties[property];
  return typeof value === "string" && value !== "" ? value : null;
}
