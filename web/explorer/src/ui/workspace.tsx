import { useMemo, useRef, useState, type ReactElement } from "react";

import { groupsOf } from "../graph/groups.js";
import { disputedBy } from "../graph/marks.js";
import { shownOf } from "../graph/shown.js";
import { drawingOf } from "../picture/drawing.js";
import type { Picture } from "../picture/picture.js";
import { counted } from "../words.js";
import { useExplorer, useServices } from "./context.js";
import { ExportMenu } from "./export-menu.js";
import { Filters } from "./filters.js";
import { ListPane } from "./list-pane.js";
import { MoreButtons } from "./more.js";
import { Panel } from "./panel.js";
import { PicturePane } from "./picture-pane.js";
import { QueryDialog } from "./query-dialog.js";

/** A view: its picture or list, the details of what is selected, and the filters. */
export function Workspace(): ReactElement {
  const state = useExplorer();
  const { go } = useServices();
  const { view, store, disputes, busy } = state;
  const [hasPicture, setHasPicture] = useState(true);
  const picture = useRef<Picture | null>(null);
  const disputed = useMemo(() => disputedBy(disputes), [disputes]);
  const { hidden, nodes, selected, expansions } = view;
  const shown = useMemo(() => shownOf(store, { hidden, nodes, selected }), [store, hidden, nodes, selected]);
  const groups = useMemo(() => groupsOf(store, { expansions, hidden }), [store, expansions, hidden]);
  const drawing = useMemo(() => drawingOf(shown, disputed, groups), [shown, disputed, groups]);
  const form = hasPicture ? view.form : "list";

  const tab = (name: "picture" | "list", text: string): ReactElement => (
    <button
      type="button"
      aria-pressed={form === name}
      disabled={name === "picture" && !hasPicture}
      onClick={() => {
        go({ ...view, form: name });
      }}
    >
      {text}
    </button>
  );

  return (
    <div className="workspace">
      <section className="stage" aria-label="View" aria-busy={busy}>
        <div className="toolbar">
          <div className="tabs" role="group" aria-label="Form of the view">
            {tab("picture", "Picture")}
            {tab("list", "List")}
          </div>
          <p className="size" role="status">
            {busy ? "Asking…" : `${counted(shown.nodes.length, "node")}, ${counted(shown.links.length, "edge")}`}
          </p>
          <QueryDialog />
          <ExportMenu drawing={drawing} picture={picture} />
        </div>
        {form === "picture" ? (
          <>
            <PicturePane
              drawing={drawing}
              shown={shown}
              groups={groups}
              disputed={disputed}
              picture={picture}
              onUnavailable={() => {
                setHasPicture(false);
              }}
            />
            <MoreButtons />
          </>
        ) : (
          <ListPane shown={shown} disputed={disputed} pictureless={!hasPicture} />
        )}
      </section>
      <Panel disputed={disputed} />
      <Filters relationships={shown.relationships} />
    </div>
  );
}
