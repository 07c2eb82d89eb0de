import type { EvidenceAnswer, LinkAnswer } from "../api/types.js";

/** A citation, with its number in the order of first use. */
export interface Citation {
  readonly number: number;
  readonly text: string;
  readonly url: string | null;
}

/** An edge in the list, and the numbers of the citations that say so. */
export interface Cited {
  readonly link: LinkAnswer;
  readonly numbers: readonly number[];
}

/** Edges of one relationship. */
export interface Section {
  readonly type: string;
  readonly items: readonly Cited[];
}

/** Everything that is shown, to be read: edges by relationship, in the order in which they came, and the citations they rest on. */
export interface CitedList {
  readonly sections: readonly Section[];
  readonly citations: readonly Citation[];
}

/** Lists edges with numbered citations: each citation once, however many edges rest on it. */
export function citedList(links: readonly LinkAnswer[]): CitedList {
  const sections = new Map<string, LinkAnswer[]>();
  for (const link of links) {
    const section = sections.get(link.type);
    if (section === undefined) sections.set(link.type, [link]);
    else section.push(link);
  }
  const citations = new Map<string, Citation>();
  const numberOf = ({ citation: text, url }: EvidenceAnswer): number => {
    const known = citations.get(text) ?? { number: citations.size + 1, text, url };
    citations.set(text, known);
    return known.number;
  };
  return {
    sections: [...sections].map(([type, items]) => ({
      type,
      items: items.map((link) => ({ link, numbers: [...new Set(link.evidence.map(numberOf))] })),
    })),
    citations: [...citations.values()],
  };
}
