import type { ReactElement } from "react";

import type { PathsAnswer } from "../api/types.js";
import { counted } from "../words.js";
import { Qualities, Relationship } from "./edge-line.js";
import { NodeLink } from "./node-link.js";
import { Sources } from "./sources.js";

/** The paths between two nodes, step by step, each step with what it rests on. */
export function Paths({ paths: { paths, truncated } }: { readonly paths: PathsAnswer }): ReactElement {
  if (paths.length === 0) {
    return <p className="notice">No path of at most four steps joins the two under these filters.</p>;
  }
  return (
    <section className="paths" aria-labelledby="section-paths">
      <h2 id="section-paths">{counted(paths.length, "path")}, the shortest first</h2>
      {truncated ? (
        <p>There may be more than these: the search stops at a bound on its work and on what it answers.</p>
      ) : null}
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
                  <NodeLink node={link.subject} />{" "}
                  <span className="relationship">
                    <Relationship link={link} />
                  </span>{" "}
                  <NodeLink node={link.object} />
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
