import { useRef, useState, type ReactElement } from "react";

import { viewQuery } from "../api/view-query.js";
import { curlOf, playgroundLink } from "../export/curl.js";
import { useExplorer, useServices } from "./context.js";

/** Shows the GraphQL query behind the view, and takes it elsewhere. */
export function QueryDialog(): ReactElement {
  const { view } = useExplorer();
  const { client } = useServices();
  const dialog = useRef<HTMLDialogElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const operation = viewQuery(view);
  const copy = (what: string, text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(`Copied: ${what}.`);
      },
      () => {
        setCopied("This browser does not let pages copy. Select the text instead.");
      },
    );
  };
  const variables = JSON.stringify(operation.variables, null, 2);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setCopied(null);
          dialog.current?.showModal();
        }}
      >
        Query
      </button>
      <dialog ref={dialog} aria-label="The query behind this view" className="query">
        <h2>The query behind this view</h2>
        <div className="actions">
          <a className="button" href={playgroundLink(document.baseURI, operation)} target="_blank" rel="noopener">
            Open in the playground
          </a>
          <button
            type="button"
            onClick={() => {
              copy("a curl command", curlOf(client.endpoint, operation));
            }}
          >
            Copy as curl
          </button>
          <button
            type="button"
            onClick={() => {
              copy("the query", operation.query);
            }}
          >
            Copy the query
          </button>
          <button
            type="button"
            onClick={() => {
              dialog.current?.close();
            }}
          >
            Close
          </button>
        </div>
        <p role="status">{copied}</p>
        <pre tabIndex={0} aria-label="Query">
          {operation.query}
        </pre>
        <h3>Variables</h3>
        <pre tabIndex={0} aria-label="Variables">
          {variables}
        </pre>
      </dialog>
    </>
  );
}
