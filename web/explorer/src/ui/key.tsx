import type { ReactElement, ReactNode } from "react";

import type { Drawing } from "../picture/drawing.js";
import { typeColour } from "../picture/theme.js";
import { title } from "../words.js";
import { useExplorer } from "./context.js";
import { typesOf, useTheme } from "./theme.js";

/** What lines, heads, rings and colours stand for, as far as they occur. */
export function Key({ drawing: { nodes, edges } }: { readonly drawing: Drawing }): ReactElement {
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
