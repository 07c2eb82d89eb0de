import { useMemo, type ReactElement } from "react";

import type { LinkAnswer } from "../api/types.js";
import { markOf, type Disputed } from "../graph/marks.js";
import type { Shown } from "../graph/shown.js";
import { citedList, type Cited } from "../list/cited.js";
import { count, title } from "../words.js";
import { useExplorer } from "./context.js";
import { Qualities, Relationship } from "./edge-line.js";
import { MoreButtons } from "./more.js";
import { NodeLink } from "./node-link.js";
import { Paths } from "./paths.js";
import { Citation } from "./sources.js";
import { ViewLink } from "./view-link.js";

interface ListPaneProps {
  readonly shown: Shown;
  readonly disputed: Disputed;
  /** Whether this browser cannot draw pictures. */
  readonly pictureless: boolean;
}

/** The same as the picture, to be read: every edge in a sentence, with numbered citations. */
export function ListPane({ shown, disputed, pictureless }: ListPaneProps): ReactElement {
  const { store } = useExplorer();
  const { sections, citations } = useMemo(() => citedList(shown.links), [shown.links]);
  const joined = new Set(shown.links.flatMap(({ subject, object }) => [subject.id, object.id]));
  const alone = shown.nodes.filter(({ id }) => !joined.has(id));
  return (
    <div className="list-pane">
      {pictureless ? (
        <p className="notice">
          This browser cannot draw the picture: WebGL is missing, or the part of the page that draws has not arrived.
          The list has all of it.
        </p>
      ) : null}
      {store.paths === null ? null : <Paths paths={store.paths} />}
      {sections.map(({ type, items }) => (
        <section key={type} aria-labelledby={`section-${type}`}>
          <h2 id={`section-${type}`}>
            {title(type)} <span className="number">{count(items.length)}</span>
          </h2>
          <ul className="edges">
            {items.map((item) => (
              <Item key={item.link.id} item={item} disputed={disputed} />
            ))}
          </ul>
        </section>
      ))}
      {alone.length === 0 ? null : (
        <section aria-labelledby="section-alone">
          <h2 id="section-alone">{sections.length === 0 ? "Nodes" : "Also here"}</h2>
          <ul className="edges">
            {alone.map((node) => (
              <li key={node.id}>
                <NodeLink node={node} disputed={disputed.nodes.has(node.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <MoreButtons />
      {citations.length === 0 ? null : (
        <section aria-labelledby="section-sources">
          <h2 id="section-sources">Sources</h2>
          <ol className="citations">
            {citations.map(({ number, text, url }) => (
              <li key={number} id={`citation-${String(number)}`}>
                <Citation text={text} url={url} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Item({
  item: { link, numbers },
  disputed,
}: {
  readonly item: Cited;
  readonly disputed: Disputed;
}): ReactElement {
  const { view } = useExplorer();
  const { tone, double } = markOf(link, disputed);
  return (
    <li className={`edge ${tone}`} aria-current={view.selected === link.id}>
      <NodeLink node={link.subject} disputed={disputed.nodes.has(link.subject.id)} /> <EdgeLink link={link} />{" "}
      <NodeLink node={link.object} disputed={disputed.nodes.has(link.object.id)} />
      <Qualities link={link} />
      {double ? <span className="quality">in dispute</span> : null}
      <sup>
        {numbers.map((number) => (
          <button
            key={number}
            type="button"
            className="reference"
            aria-label={`Source ${String(number)}`}
            onClick={() => {
              const note = document.getElementById(`citation-${String(number)}`);
              note?.setAttribute("tabindex", "-1");
              note?.focus();
            }}
          >
            {number}
          </button>
        ))}
      </sup>
    </li>
  );
}

function EdgeLink({ link }: { readonly link: LinkAnswer }): ReactElement {
  const { view } = useExplorer();
  return (
    <ViewLink to={{ ...view, selected: link.id }} className="relationship" title="Show what this rests on">
      <Relationship link={link} />
    </ViewLink>
  );
}
