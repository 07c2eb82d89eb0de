import type { ReactElement } from "react";

import type { OmittedAnswer } from "../api/types.js";
import type { Store } from "../graph/store.js";
import { collapse, further, more } from "../view/change.js";
import { expansionKey, MOST, type Expansion } from "../view/view.js";
import { count, edgesOf, modalityWord } from "../words.js";
import { useExplorer, useServices } from "./context.js";
import { ViewLink } from "./view-link.js";

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
            <ExpansionName expansion={expansion} />{" "}
            <MoreButton expansion={expansion} rest={extent.total - extent.shown} />
            <CollapseButton expansion={expansion} shown={extent.shown} />
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
  const { view, store } = useExplorer();
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
      aria-label={`+${count(rest)} more, ${nameOf(expansion, store)}`}
      onClick={() => {
        go(more(view, expansion));
      }}
    >
      +{count(rest)} more
    </button>
  );
}

/** Puts the edges of a node's expansion that are shown back into their group; nothing where none is shown. */
export function CollapseButton({
  expansion,
  shown,
}: {
  readonly expansion: Expansion;
  readonly shown: number;
}): ReactElement | null {
  const { view, store } = useExplorer();
  const { go } = useServices();
  if (shown === 0 || expansion.node === null) return null;
  return (
    <button
      type="button"
      aria-label={`Collapse the ${count(shown)} shown, ${nameOf(expansion, store)}`}
      onClick={() => {
        go(collapse(view, expansion));
      }}
    >
      Collapse
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

/** The name of an expansion, which leads to what is known of it where it is one node's. */
function ExpansionName({ expansion }: { readonly expansion: Expansion }): ReactElement {
  const { view, store } = useExplorer();
  const name = nameOf(expansion, store);
  if (!store.nodes.has(expansion.node ?? "")) return <>{name}</>;
  const id = expansionKey(expansion);
  return (
    <ViewLink to={{ ...view, selected: id }} current={view.selected === id ? "true" : undefined}>
      {name}
    </ViewLink>
  );
}

function nameOf(expansion: Expansion, { nodes }: Store): string {
  return edgesOf(expansion, nodes.get(expansion.node ?? "")?.name ?? null);
}
