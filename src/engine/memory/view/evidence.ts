import { parseDate } from "../../../graph/date.js";
import type { NodeRecord } from "../../../graph/record.js";
import type { View } from "../../../plan/view.js";
import { evidenceFrom } from "../../shown.js";
import type { ShownEvidence } from "../../shown.js";

/** The evidence that the `known` and `sources` of a view choose, given all nodes. */
export function shownEvidence({ known, sources }: View, nodes: readonly NodeRecord[]): ShownEvidence {
  const until = known === null ? null : lastDay(known);
  const published = until === null ? null : publishedBy(until, nodes);
  const wanted = sources === null ? null : new Set(sources);
  return evidenceFrom((id) => (published?.has(id) ?? true) && (wanted?.has(id) ?? true));
}

/** The nodes whose date ends by a day, as `yyyymmdd`. */
function publishedBy(day: number, nodes: readonly NodeRecord[]): ReadonlySet<string> {
  const dated = nodes.filter(({ properties: { date } }) => typeof date === "string" && lastDay(date) <= day);
  return new Set(dated.map((node) => node.id));
}

/** Beyond all days for what is no date: the plan's dates have been checked where they were written. */
function lastDay(date: string): number {
  return parseDate(date)?.max ?? Infinity;
}
