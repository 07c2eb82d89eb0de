import type { ReactElement } from "react";

import type { ApiError } from "../api/errors.js";
import { OPENING } from "../stories.js";
import { useExplorer, useServices } from "./context.js";

/** What the reader has to know before trusting what is on the screen. */
export function Notices(): ReactElement {
  const { view, snapshot, store, trouble, answered } = useExplorer();
  const { explorer, go } = useServices();
  const other = view.snapshot !== null && snapshot !== null && !snapshot.startsWith(view.snapshot);
  return (
    <div className="notices">
      {trouble === null ? null : (
        <div className="notice bad" role="alert">
          <p>
            <strong>{headline(trouble)}</strong> {trouble.message}
            {answered === null ? "" : " What was there before is still shown; nothing is lost."}
          </p>
          <p className="actions">
            <button
              type="button"
              onClick={() => {
                explorer.retry();
              }}
            >
              Try again
            </button>
            {trouble.passing ? null : (
              <button
                type="button"
                onClick={() => {
                  go(OPENING);
                }}
              >
                To the opening question
              </button>
            )}
          </p>
        </div>
      )}
      {other ? (
        <div className="notice" role="status">
          <p>
            This link cites snapshot <code>{view.snapshot}</code>, and the server now has{" "}
            <code>{snapshot.slice(0, 16)}</code>: what you see may differ from what was linked.
          </p>
          <button
            type="button"
            onClick={() => {
              go({ ...view, snapshot: snapshot.slice(0, 16) });
            }}
          >
            Cite the present one
          </button>
        </div>
      ) : null}
      {store.missing.length > 0 ? (
        <div className="notice" role="status">
          <p>
            Not in the graph, or not under these filters: <code>{store.missing.join(", ")}</code>
          </p>
        </div>
      ) : null}
    </div>
  );
}

function headline({ trouble, code }: ApiError): string {
  if (trouble === "REFUSED")
    return code === "NOT_SUPPORTED" ? "This server’s engine cannot answer that." : "The API refuses that.";
  return trouble === "TOO_SLOW" ? "No answer yet." : "No answer.";
}
