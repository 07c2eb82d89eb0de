import type { ReactElement } from "react";

import { leaveOut } from "../view/change.js";
import { expansionKey, type Expansion } from "../view/view.js";
import { count, counted, edgesOf } from "../words.js";
import { useExplorer, useServices } from "./context.js";
import { CollapseButton, MoreButton, omittedText } from "./more.js";
import { NodeLink } from "./node-link.js";

/** A group: which edges it stands for, how many of them are shown, and what brings more or takes them back. */
export function GroupPanel({ expansion }: { readonly expansion: Expansion }): ReactElement {
  const { view, store, busy } = useExplorer();
  const { go } = useServices();
  const node = store.nodes.get(expansion.node ?? "") ?? null;
  const extent = store.extents.get(expansionKey(expansion));
  const name = edgesOf(expansion, node?.name ?? null);
  return (
    <article className="group">
      <p className="kind">Group of edges</p>
      <h2>{name}</h2>
      {extent === undefined ? (
        <p>{busy ? "Asking…" : "Nothing is known of this group yet."}</p>
      ) : (
        <>
          <p>
            {count(extent.shown)} of {counted(extent.total, "edge")} {extent.total === 1 ? "is" : "are"} shown
            {extent.total > extent.shown
              ? `; the box in the picture stands for the other ${count(extent.total - extent.shown)}`
              : ""}
            . The best corroborated come first, of those the latest.
          </p>
          {extent.omitted.length === 0 ? null : (
            <p className="omitted">Left out by the filters: {omittedText(extent.omitted)}.</p>
          )}
          <p className="actions">
            <MoreButton expansion={expansion} rest={extent.total - extent.shown} />
            <CollapseButton expansion={expansion} shown={extent.shown} />
            <button
              type="button"
              onClick={() => {
                go(leaveOut(view, expansion));
              }}
            >
              Take out of the view
            </button>
          </p>
        </>
      )}
      {node === null ? null : (
        <p>
          Of <NodeLink node={node} />
        </p>
      )}
    </article>
  );
}
