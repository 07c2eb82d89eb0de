import type { ReactElement } from "react";

import type { Disputed } from "../graph/marks.js";
import { expansionOf } from "../view/change.js";
import { useExplorer, useServices } from "./context.js";
import { EdgePanel } from "./edge-panel.js";
import { GroupPanel } from "./group-panel.js";
import { NodePanel } from "./node-panel.js";
import { Paths } from "./paths.js";
import { StoryList } from "./stories.js";

/** Beside the view: what is selected, or, while nothing is, what else there is to ask. */
export function Panel({ disputed }: { readonly disputed: Disputed }): ReactElement {
  const { view, store, details, busy } = useExplorer();
  const { go } = useServices();
  const { selected } = view;
  const link = selected === null ? undefined : store.links.get(selected);
  const node = selected === null ? undefined : store.nodes.get(selected);
  const group = expansionOf(view, selected);
  return (
    <aside className="panel" aria-label="Details">
      {selected === null ? null : (
        <button
          type="button"
          className="close"
          aria-label="Close the details"
          onClick={() => {
            go({ ...view, selected: null });
          }}
        >
          ×
        </button>
      )}
      {link !== undefined ? (
        <EdgePanel link={link} disputed={disputed} />
      ) : node !== undefined ? (
        <NodePanel node={node} details={details?.id === node.id ? details : null} />
      ) : group !== undefined ? (
        <GroupPanel expansion={group} />
      ) : selected !== null ? (
        <p>{busy ? "Asking…" : "What this link selects is not in this view, or not under its filters."}</p>
      ) : (
        <>
          {view.form === "picture" && store.paths !== null ? <Paths paths={store.paths} /> : null}
          <h2>Questions to begin with</h2>
          <StoryList />
          <p className="hint">Choose a node or an edge to see what it rests on, or search for another.</p>
        </>
      )}
    </aside>
  );
}
