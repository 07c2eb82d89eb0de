import type { ReactElement } from "react";

import type { GroupsAnswer } from "../api/types.js";
import type { Details } from "../explorer.js";
import { expand, leaveOut } from "../view/change.js";
import { expansionKey, PAGE, type Way } from "../view/view.js";
import { arrowed, count, counted, words } from "../words.js";
import { useExplorer, useServices } from "./context.js";
import { CollapseButton, MoreButton, omittedText } from "./more.js";

/** The relationships of a node with how many edges each has, and what brings them into the view. */
export function Connections({ id, details }: { readonly id: string; readonly details: Details }): ReactElement {
  const total = details.out.totalCount + details.in.totalCount;
  return (
    <section className="connections" aria-label="Connections">
      <h3>{counted(total, "edge")}</h3>
      <ul>
        <Rows id={id} groups={details.out} way="OUT" />
        <Rows id={id} groups={details.in} way="IN" />
      </ul>
      <Omitted details={details} />
    </section>
  );
}

function Rows({
  id,
  groups,
  way,
}: {
  readonly id: string;
  readonly groups: GroupsAnswer;
  readonly way: Way;
}): readonly ReactElement[] {
  return groups.groupBy.groups.map(({ key: [type], count: number }) => (
    <Row key={type} id={id} type={type ?? ""} way={way} number={number} />
  ));
}

interface RowProps {
  readonly id: string;
  readonly type: string;
  readonly way: Way;
  readonly number: number;
}

function Row({ id, type, way, number }: RowProps): ReactElement {
  const { view, store } = useExplorer();
  const { go } = useServices();
  const expansion = { node: id, type, way };
  const current = view.expansions.find((other) => expansionKey(other) === expansionKey(expansion));
  const extent = store.extents.get(expansionKey(expansion));
  const spoken = `${words(type)}, ${way === "OUT" ? "from here" : "to here"}: ${counted(number, "edge")}`;
  return (
    <li>
      <span className="name" title={spoken}>
        {arrowed(expansion)}
      </span>
      <span className="number">{count(number)}</span>
      {current === undefined ? (
        <button
          type="button"
          aria-label={`Show ${spoken}`}
          onClick={() => {
            go(expand(view, expansion));
          }}
        >
          {number > PAGE ? `Show ${String(PAGE)}` : "Show"}
        </button>
      ) : (
        <>
          {extent === undefined ? null : (
            <>
              <MoreButton expansion={current} rest={extent.total - extent.shown} />
              <CollapseButton expansion={current} shown={extent.shown} />
            </>
          )}
          <button
            type="button"
            aria-label={`Hide ${spoken}`}
            onClick={() => {
              go(leaveOut(view, current));
            }}
          >
            Hide
          </button>
        </>
      )}
    </li>
  );
}

function Omitted({ details }: { readonly details: Details }): ReactElement | null {
  const omitted = [...details.out.omitted, ...details.in.omitted];
  if (omitted.length === 0) return null;
  return <p className="omitted">Left out by the filters: {omittedText(omitted)}.</p>;
}
