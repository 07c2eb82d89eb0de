import type { Evidence } from "../../graph/record.js";
import type { Citation, Sources } from "../sources.js";
import { plain } from "./words.js";

/** The citations of a document, numbered in the order of first use. They are kept until they are listed at its end. */
export class Citations {
  readonly #sources: Sources;
  readonly #known = new Map<string, Citation & { readonly number: number }>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** References to some evidence, such as `[1][4]`. */
  refer(evidence: readonly Evidence[]): string {
    return this.#sources
      .citations(evidence)
      .map((citation) => {
        const known = this.#known.get(citation.text) ?? { ...citation, number: this.#known.size + 1 };
        this.#known.set(citation.text, known);
        return `[${known.number}]`;
      })
      .join("");
  }

  /** A line for each citation, below a heading; nothing where nothing was cited. */
  *list(): Generator<string> {
    if (this.#known.size > 0) yield "\n## Sources\n\n";
    for (const { number, text, url, licence } of this.#known.values()) {
      const address = url === null ? [] : [`<${url.replace(/[\s<>]/g, encodeURIComponent)}>`];
      const terms = licence === null ? [] : [`(${plain(licence)})`];
      yield `${number}. ${[plain(text), ...address, ...terms].join(" ")}\n`;
    }
  }
}
