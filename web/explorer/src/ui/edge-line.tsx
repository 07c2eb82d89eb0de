import type { ReactElement } from "react";

import type { LinkAnswer } from "../api/types.js";
import { modalityWord, qualities, when, words } from "../words.js";
import { Sources } from "./sources.js";

/** An edge in a sentence, with its sources. */
export function EdgeLine({ link }: { readonly link: LinkAnswer }): ReactElement {
  return (
    <>
      <p>
        <strong>{link.subject.name}</strong>{" "}
        <span className="relationship">
          <Relationship link={link} />
        </span>{" "}
        <strong>{link.object.name}</strong>
        <Qualities link={link} />
      </p>
      <Sources evidence={link.evidence} />
    </>
  );
}

/** What an edge says of its ends, led by whether it happened unless it did: "expected: blocked". */
export function Relationship({ link }: { readonly link: LinkAnswer }): ReactElement {
  return (
    <>
      {link.modality === "ACTUAL" ? null : <span className="quality modality">{modalityWord(link.modality)}</span>}{" "}
      {words(link.type)}
    </>
  );
}

/** How and when: in words, set apart from the names. */
export function Qualities({ link }: { readonly link: LinkAnswer }): ReactElement {
  const date = when(link);
  return (
    <span className="qualities">
      {qualities(link).map((quality) => (
        <span key={quality} className="quality">
          {quality}
        </span>
      ))}
      {link.rank === "DEPRECATED" ? <span className="quality">deprecated by the editors</span> : null}
      {date === "" ? null : <time>{date}</time>}
    </span>
  );
}
