import { compareText } from "../graph/text.js";
import type { DisputesPlan } from "../plan/plan.js";
import { listPage } from "./list-page.js";
import type { ListPage } from "./list-page.js";

/** As much of a dispute as says whether a plan asks for it, and where it stands among others. */
export interface ListedDispute {
  readonly id: string;
  readonly property: string | null;
  readonly settled: boolean;
}

/** Of all disputes found, how many a plan asks for, and those on its page. */
export function disputePage<T extends ListedDispute>(
  found: readonly T[],
  { property, settled, page }: Pick<DisputesPlan, "property" | "settled" | "page">,
): { readonly totalCount: number; readonly page: ListPage<T> } {
  const disputes = found
    .filter((dispute) => property === null || dispute.property === property)
    .filter((dispute) => settled === null || dispute.settled === settled)
    .sort((a, b) => compareText(a.id, b.id));
  return {
    totalCount: disputes.length,
    page: listPage(
      disputes,
      page,
      ({ id }, key) => compareText(id, String(key.at(-1))),
      ({ id }) => [id],
    ),
  };
}
