import type { ReactElement } from "react";

import type { LinkAnswer } from "../api/types.js";
import type { Disputed } from "../graph/marks.js";
import { counted, modalityWord, title, when, words } from "../words.js";
import { Relationship } from "./edge-line.js";
import { NodeLink } from "./node-link.js";
import { Sources } from "./sources.js";

/** An edge: what it says, what it rests on, and how sure that is. */
export function EdgePanel({
  link,
  disputed,
}: {
  readonly link: LinkAnswer;
  readonly disputed: Disputed;
}): ReactElement {
  const date = when(link);
  const rows: readonly (readonly [string, string])[] = [
    ["Whether it happened", modalityWord(link.modality)],
    ...(
      [
        ["Form", link.form],
        ["Position", link.position],
        ["Role", link.role],
        ["Kind", link.kind],
        ["Aim", link.aim],
        ["Reason", link.reason],
      ] as const
    ).flatMap(([name, value]) =>
      value === null ? [] : [[name, /^[A-Z_]+$/.test(value) ? words(value) : value] as const],
    ),
    ...(date === "" ? [] : [["When", date] as const]),
    ["Independent sources", String(link.corroboration)],
    ...(link.rank === "NORMAL" ? [] : [["Rank", words(link.rank)] as const]),
  ];
  return (
    <article>
      <p className="kind">{title(link.type)}</p>
      <h2>
        <NodeLink node={link.subject} />{" "}
        <span className="relationship">
          <Relationship link={link} />
        </span>{" "}
        <NodeLink node={link.object} />
      </h2>
      {disputed.links.has(link.id) ? <p className="dispute">Sources disagree here: both ends cannot be true.</p> : null}
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{counted(link.evidence.length, "passage")}</h3>
      <Sources evidence={link.evidence} />
      {link.basis.length === 0 ? null : (
        <>
          <h3>Not stated outright</h3>
          <ul className="plain">
            {link.basis.map(({ of, basis, reason }) => (
              <li key={`${of} ${basis}`}>
                {title(of)}: {words(basis)}. {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {link.derivedFrom.length === 0 ? null : (
        <p className="hint">
          This follows from {counted(link.derivedFrom.length, "other edge")}; the passages are theirs.
        </p>
      )}
    </article>
  );
}
