import type { ReactElement } from "react";

import type { PathsAnswer } from "../api/types.js";
import { counted, words } from "../words.js";
import { Qualities } from "./edge-line.js";
import { Sources } from "./sources.js";

/** The paths between two nodes, step by step, each step with what it rests on. */
export function Paths({ paths: { paths, truncated } }: { readonly paths: PathsAnswer }): ReactElement {
  if (paths.length === 0) {
    return <p className="notice">No path of at most four steps joins the two under these filters.</p>;
  }
  return (
    <section className="paths" aria-labelledby="section-paths">
      <h2 id="section-paths">{counted(paths.length, "path")}, the shortest first</h2>
      {truncated ? <p>There may be more: the search stopped at the bound on its work.</p> : null}
      <ol>
        {paths.map((path) => (
          <li key={path.hops.map(({ link }) => link.id).join(" ")}>
            <h3>
              {path.nodes.map(({ name }) => name).join(" – ")}{" "}
              <span className="number">{counted(path.length, "step")}</span>
            </h3>
            <ol className="hops">
              {path.hops.map(({ link }) => (
                <li key={link.id}>
                  {link.subject.name} <span className="relationship">{words(link.type)}</span> {link.object.name}
                  <Qualities link={link} />
                  <Sources evidence={link.evidence} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}
