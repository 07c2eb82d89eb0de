import { Fragment, type ReactElement, type ReactNode } from "react";

import type { Drawing } from "../picture/drawing.js";
import { KEYS } from "../picture/keys.js";
import { typeColour } from "../picture/theme.js";
import { title } from "../words.js";
import { useExplorer } from "./context.js";
import { typesOf, useTheme } from "./theme.js";

/** What lines, heads, rings, boxes and colours stand for, as far as they occur. */
export function Key({ drawing: { nodes, edges, groups } }: { readonly drawing: Drawing }): ReactElement {
  const { orientation } = useExplorer();
  const theme = useTheme();
  const all = typesOf(orientation);
  const types = [...new Set(nodes.map(({ type }) => type))].sort();
  return (
    <details className="key" open>
      <summary>Key</summary>
      <ul>
        <Sample name="happened">
          <path d="M2 8H36" />
          <path className="fill" d="M44 8L35 4V12Z" />
        </Sample>
        {edges.some(({ mark }) => mark.head === "bar") ? (
          <Sample name="stands in the way" className="blocking">
            <path d="M2 8H40" strokeWidth="3" />
            <path d="M41 1V15" strokeWidth="4" />
          </Sample>
        ) : null}
        {edges.some(({ mark }) => mark.stroke === "dashed") ? (
          <Sample name="expected, possible or asked for">
            <path d="M2 8H36" strokeDasharray="7 5" />
            <path className="fill" d="M44 8L35 4V12Z" />
          </Sample>
        ) : null}
        {edges.some(({ mark }) => mark.stroke === "dotted") ? (
          <Sample name="denied, or did not happen">
            <path d="M2 8H36" strokeDasharray="2 4" />
            <path className="fill" d="M44 8L35 4V12Z" />
          </Sample>
        ) : null}
        {edges.some(({ mark }) => mark.double) ? (
          <Sample name="contradiction" className="disputed">
            <path d="M2 5.5H44M2 10.5H44" />
          </Sample>
        ) : null}
        {nodes.some(({ disputed }) => disputed) ? (
          <Sample name="disputed">
            <circle cx="23" cy="8" r="3.6" className="fill" />
            <circle cx="23" cy="8" r="6.2" />
          </Sample>
        ) : null}
        {groups.length > 0 ? (
          <Sample name="more edges, not shown">
            <path d="M17 2H29V14H17ZM23 5.5V10.5M20.5 8H25.5" />
          </Sample>
        ) : null}
        {types.map((type) => (
          <li key={type} className="type">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="6" fill={typeColour(theme, all, type)} stroke="none" />
            </svg>
            {title(type).toLowerCase()}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Which keys move a picture that has the focus. */
export function KeyboardHelp(): ReactElement {
  return (
    <details className="key">
      <summary>Keyboard</summary>
      <ul>
        {KEYS.map(({ keys, does }) => (
          <li key={does}>
            <span>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index === 0 ? "" : " "}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </span>
            {does}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sample({
  name,
  className,
  children,
}: {
  readonly name: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <li>
      <svg viewBox="0 0 46 16" aria-hidden="true" className={className}>
        {children}
      </svg>
      {name}
    </li>
  );
}
