import type { ReactElement } from "react";

import { fresh } from "../view/change.js";
import { PAGE, type View } from "../view/view.js";
import { count, counted, title, words } from "../words.js";
import { useExplorer, useServices } from "./context.js";
import { SchemaDiagram } from "./schema-diagram.js";

/** The types and relationships of the graph with how many there are of each; each leads to a view of them. */
export function Schema(): ReactElement {
  const { view, orientation } = useExplorer();
  const { go } = useServices();
  if (orientation === null) return <p>Asking…</p>;
  const { types, relationships, nodes, links } = orientation.snapshot;
  const present = relationships.filter((row) => row.count > 0).map(({ type }) => type);
  const ofType = (type: string): View => ({ ...fresh(view), form: "list", listing: { type, first: PAGE } });
  const ofRelationship = (type: string): View => ({
    ...fresh(view),
    expansions: [{ node: null, type, way: "BOTH", first: PAGE }],
  });
  return (
    <div className="page schema">
      <SchemaDiagram types={types} relationships={present} />
      <Counts
        heading={counted(nodes, "node")}
        rows={types}
        name={title}
        onChoose={(type) => {
          go(ofType(type));
        }}
      />
      <Counts
        heading={counted(links, "edge")}
        rows={relationships}
        name={words}
        onChoose={(type) => {
          go(ofRelationship(type));
        }}
      />
    </div>
  );
}

interface CountsProps {
  readonly heading: string;
  readonly rows: readonly { readonly type: string; readonly count: number }[];
  readonly name: (type: string) => string;
  readonly onChoose: (type: string) => void;
}

function Counts({ heading, rows, name, onChoose }: CountsProps): ReactElement {
  const sorted = [...rows].filter((row) => row.count > 0).sort((a, b) => b.count - a.count);
  const most = sorted[0]?.count ?? 1;
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <ul className="counts">
        {sorted.map((row) => (
          <li key={row.type}>
            <button
              type="button"
              onClick={() => {
                onChoose(row.type);
              }}
            >
              <span className="name">{name(row.type)}</span>
              <meter min={0} max={most} value={row.count} aria-hidden="true" />
              <span className="number">{count(row.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
