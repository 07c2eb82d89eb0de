import { readXml } from "./read.js";
import type { XmlHandler } from "./read.js";

/** What is read of a text in Akoma Ntoso as the UN uses it: its head, its symbol and its title. */
export interface AkomaNtoso {
  /** Such as `S/2023/638`; null where the text has no number that is marked as its symbol. */
  readonly symbol: string | null;
  readonly title: string | null;
  /** What stands above the title: `Resolution adopted by the Human Rights Council on 4 April 2024`. */
  readonly heading: string | null;
  /** The dates of the work by their names: `adoption`, `voting`. */
  readonly dates: ReadonlyMap<string, string>;
  readonly keywords: readonly Attributes[];
  readonly steps: readonly Attributes[];
  /** How the vote is said to have come out, such as `adoptedWithoutVote`; null where it is not said. */
  readonly voting: string | null;
  readonly counts: readonly Count[];
}

export type Attributes = Readonly<Record<string, string>>;

export interface Count {
  /** `inFavour`, `against`, `abstaining`. */
  readonly of: string;
  readonly value: string;
  readonly voters: readonly string[];
}

/** @throws ImportError where the document cannot be read, see {@link readXml} */
export async function readAkomaNtoso(pieces: AsyncIterable<string>, file: string): Promise<AkomaNtoso> {
  const reader = new Reader();
  await readXml(pieces, file, reader);
  return reader.document();
}

/** The elements whose text is kept, and by which attribute. */
const KEPT: ReadonlyMap<string, (attributes: Attributes) => string> = new Map<
  string,
  (attributes: Attributes) => string
>([
  ["docNumber", ({ refersTo = "" }) => (refersTo === "#symbol" ? "symbol" : "")],
  ["docTitle", ({ refersTo = "" }) => (refersTo === "#resolutionTitle" ? "title" : refersTo === "" ? "heading" : "")],
  ["organization", () => "voter"],
]);

class Reader implements XmlHandler {
  readonly #texts = new Map<string, string>();
  readonly #dates = new Map<string, string>();
  readonly #keywords: Attributes[] = [];
  readonly #steps: Attributes[] = [];
  readonly #counts: { readonly of: string; readonly value: string; readonly voters: string[] }[] = [];
  #voting: string | null = null;
  /** The element whose text is being kept, and what for. */
  #kept: { readonly element: string; readonly as: string; text: string } | null = null;

  readonly open = (name: string, attributes: Attributes): void => {
    const as = this.#kept === null ? KEPT.get(name)?.(attributes) : undefined;
    if (as !== undefined && as !== "" && !this.#texts.has(as)) this.#kept = { element: name, as, text: "" };
    if (name === "keyword") this.#keywords.push(attributes);
    else if (name === "step") this.#steps.push(attributes);
    else if (name === "voting") this.#voting = attributes["outcome"] ?? null;
    else if (name === "count") {
      this.#counts.push({ of: attributes["refersTo"] ?? "", value: attributes["value"] ?? "", voters: [] });
    } else if (name === "FRBRdate") this.#date(attributes);
  };

  readonly text = (text: string): void => {
    if (this.#kept !== null) this.#kept.text += text;
  };

  readonly close = (name: string): void => {
    if (this.#kept === null || this.#kept.element !== name) return;
    const { as, text } = this.#kept;
    this.#kept = null;
    const clean = text.replace(/\s+/g, " ").trim();
    if (as === "voter") this.#counts.at(-1)?.voters.push(clean);
    else if (clean !== "") this.#texts.set(as, clean);
  };

  document(): AkomaNtoso {
    return {
      symbol: this.#texts.get("symbol") ?? null,
      title: this.#texts.get("title") ?? null,
      heading: this.#texts.get("heading") ?? null,
      dates: this.#dates,
      keywords: this.#keywords,
      steps: this.#steps,
      voting: this.#voting,
      counts: this.#counts,
    };
  }

  /** The first of a name: expressions and manifestations of the work repeat names for dates of their own. */
  #date({ name = "", date = "" }: Attributes): void {
    if (!this.#dates.has(name)) this.#dates.set(name, date);
  }
}
