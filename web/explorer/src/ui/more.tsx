import type { ReactElement } from "react";

import type { OmittedAnswer } from "../api/types.js";
import { further, more } from "../view/change.js";
import { expansionKey, MOST, type Expansion } from "../view/view.js";
import { count, modalityWord, words } from "../words.js";
import { useExplorer, useServices } from "./context.js";

/** For every expansion of the view that is not all here, a button that brings more, and what the filters keep out. */
export function MoreButtons(): ReactElement | null {
  const { view, store } = useExplorer();
  const { go } = useServices();
  const { listing } = view;
  const rows = view.expansions.flatMap((expansion) => {
    const extent = store.extents.get(expansionKey(expansion));
    return extent === undefined || (extent.total <= extent.shown && extent.omitted.length === 0)
      ? []
      : [{ expansion, extent }];
  });
  const rest = listing === null || store.listing === null ? 0 : store.listing.total - store.listing.shown;
  if (rows.length === 0 && rest === 0) return null;
  return (
    <section className="more" aria-labelledby="section-more">
      <h2 id="section-more">Not shown</h2>
      <ul>
        {rows.map(({ expansion, extent }) => (
          <li key={expansionKey(expansion)}>
            {nameOf(expansion, store.nodes.get(expansion.node ?? "")?.name ?? null)}{" "}
            <MoreButton expansion={expansion} rest={extent.total - extent.shown} />
            {extent.omitted.length === 0 ? null : (
              <span className="omitted">left out by the filters: {omittedText(extent.omitted)}</span>
            )}
          </li>
        ))}
        {listing === null || rest === 0 ? null : (
          <li>
            {listing.type}{" "}
            {listing.first >= MOST ? (
              <span>+{count(rest)} more: search for one, or ask the API for the rest</span>
            ) : (
              <button
                type="button"
                onClick={() => {
                  go({ ...view, listing: { ...listing, first: further(listing.first) } });
                }}
              >
                +{count(rest)} more
              </button>
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

/** Brings a further page of an expansion: says how many are left, and where the API's bound is met, that it is. */
export function MoreButton({
  expansion,
  rest,
}: {
  readonly expansion: Expansion;
  readonly rest: number;
}): ReactElement | null {
  const { view } = useExplorer();
  const { go } = useServices();
  if (rest <= 0) return null;
  if (expansion.first >= MOST) {
    return (
      <span className="omitted">
        +{count(rest)} more than the {count(MOST)} that one view shows: narrow it with the filters
      </span>
    );
  }
  return (
    <button
      type="button"
      onClick={() => {
        go(more(view, expansion));
      }}
    >
      +{count(rest)} more
    </button>
  );
}

/** What the filters keep out, in words. */
export function omittedText(omitted: readonly OmittedAnswer[]): string {
  return omitted
    .map(
      ({ modality, rank, count: number }) =>
        `${count(number)} ${modalityWord(modality)}${rank === "DEPRECATED" ? " (deprecated)" : ""}`,
    )
    .join(", ");
}

function nameOf({ type, way }: Expansion, node: string | null): string {
  const relationship = type === null ? "all edges" : words(type);
  if (node === null) return relationship;
  return way === "IN" ? `${relationship} → ${node}` : `${node}: ${relationship}`;
}
