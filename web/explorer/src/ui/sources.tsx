import type { ReactElement } from "react";

import type { EvidenceAnswer } from "../api/types.js";

/** Who says so: citations with paragraph and phrase, and whose claim it is. */
export function Sources({ evidence }: { readonly evidence: readonly EvidenceAnswer[] }): ReactElement | null {
  if (evidence.length === 0) return null;
  return (
    <ul className="sources">
      {evidence.map((item) => (
        <li key={item.citation}>
          <Citation text={item.citation} url={item.url} />
          {item.attributedTo.length === 0 ? null : (
            <span className="attribution"> — as {item.attributedTo.map(({ name }) => name).join(", ")} has it</span>
          )}
          {item.reportedBy.length === 0 ? null : (
            <span className="attribution"> — relayed by {item.reportedBy.map(({ name }) => name).join(", ")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A citation, which leads to its source where that is on the web. */
export function Citation({ text, url }: { readonly text: string; readonly url: string | null }): ReactElement {
  if (url === null) return <cite>{text}</cite>;
  return (
    <cite>
      <a href={url} target="_blank" rel="noreferrer">
        {text}
      </a>
    </cite>
  );
}
