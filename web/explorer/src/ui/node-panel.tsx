import type { ReactElement } from "react";

import type { NodeAnswer } from "../api/types.js";
import type { Details } from "../explorer.js";
import { factsOf } from "../facts.js";
import { only, trace } from "../view/change.js";
import { counted, title } from "../words.js";
import { Claims } from "./claims.js";
import { Connections } from "./connections.js";
import { useExplorer, useServices } from "./context.js";
import { SearchBox } from "./search-box.js";
import { Sources } from "./sources.js";

/** A node: its facts, what is disputed about them, what they rest on, and what leads on from it. */
export function NodePanel({
  node,
  details,
}: {
  readonly node: NodeAnswer;
  readonly details: Details | null;
}): ReactElement {
  const { view, busy } = useExplorer();
  const { go } = useServices();
  const known = details?.node ?? null;
  return (
    <article>
      <p className="kind">
        {title(node.__typename)}
        {node.identified ? "" : " · described, but not named by a source"}
      </p>
      <h2>{node.name}</h2>
      {details === null && busy ? <p className="hint">Asking…</p> : null}
      {details !== null && known === null ? <p>Under these filters there is no such node.</p> : null}
      {known === null || details === null ? null : (
        <>
          {known.summary === null ? null : <p>{known.summary}</p>}
          <dl className="facts">
            {factsOf(known).map(({ name, value, url }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {url === null ? (
                    value
                  ) : (
                    <a href={url} target="_blank" rel="noreferrer">
                      {value}
                    </a>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <Claims id={node.id} claims={known.claims} />
          <Connections id={node.id} details={details} />
        </>
      )}
      <div className="node-actions">
        <SearchBox
          label={`Find a path from here to…`}
          onChoose={({ id }) => {
            go(trace(view, node.id, id));
          }}
        />
        <button
          type="button"
          onClick={() => {
            go(only(view, node.id));
          }}
        >
          Show this alone
        </button>
      </div>
      {known === null || known.evidence.length === 0 ? null : (
        <>
          <h3>{counted(known.evidence.length, "passage")} on what it is</h3>
          <Sources evidence={known.evidence} />
        </>
      )}
    </article>
  );
}
