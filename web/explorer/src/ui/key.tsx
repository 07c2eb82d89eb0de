import type { ReactElement } from "react";

import type { LinkAnswer, NodeAnswer } from "../api/types.js";
import { typeColour } from "../picture/theme.js";
import { title } from "../words.js";
import { useExplorer } from "./context.js";
import { typesOf, useTheme } from "./theme.js";

/** What lines, heads, rings and colours stand for, as far as they occur. */
export function Key({
  links,
  nodes,
}: {
  readonly links: readonly LinkAnswer[];
  readonly nodes: readonly NodeAnswer[];
}): ReactElement {
  const { orientation } = useExplorer();
  const theme = useTheme();
  const all = typesOf(orientation);
  const types = [...new Set(nodes.map((node) => node.__typename))].sort();
  return (
    <details className="key" open={window.matchMedia("(min-width: 60rem)").matches}>
      <summary>Key</summary>
      <ul>
        <Sample name="happened">
          <path d="M2 8H36" />
          <path className="fill" d="M44 8L35 4V12Z" />
        </Sample>
        <Sample name="stood in the way" className="blocking">
          <path d="M2 8H40" strokeWidth="3" />
          <path d="M41 1V15" strokeWidth="4" />
        </Sample>
        {links.some(({ modality }) => modality !== "ACTUAL") ? (
          <Sample name="expected, possible or asked for">
            <path d="M2 8H36" strokeDasharray="7 5" />
            <path className="fill" d="M44 8L35 4V12Z" />
          </Sample>
        ) : null}
        {links.some(({ modality }) => modality === "DENIED" || modality === "DID_NOT_HAPPEN") ? (
          <Sample name="denied, or did not happen">
            <path d="M2 8H36" strokeDasharray="2 4" />
            <path className="fill" d="M44 8L35 4V12Z" />
          </Sample>
        ) : null}
        <Sample name="contradiction" className="disputed">
          <path d="M2 5.5H44M2 10.5H44" />
        </Sample>
        <Sample name="disputed">
          <circle cx="23" cy="8" r="3.6" className="fill" />
          <circle cx="23" cy="8" r="6.2" />
        </Sample>
        {types.map((type) => (
          <li key={type}>
            <svg viewBox="0 0 46 16" aria-hidden="true">
              <circle cx="23" cy="8" r="5.5" fill={typeColour(theme, all, type)} stroke="none" />
            </svg>
            {title(type).toLowerCase()}
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
  readonly children: React.ReactNode;
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
