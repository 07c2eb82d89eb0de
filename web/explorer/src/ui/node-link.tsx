import type { ReactElement } from "react";

import type { NamedAnswer } from "../api/types.js";
import { useExplorer } from "./context.js";
import { ViewLink } from "./view-link.js";

/** The name of a node, which leads to its details. */
export function NodeLink({
  node,
  disputed = false,
}: {
  readonly node: NamedAnswer;
  readonly disputed?: boolean;
}): ReactElement {
  const { view } = useExplorer();
  return (
    <ViewLink
      to={{ ...view, selected: node.id }}
      className="node-name"
      current={view.selected === node.id ? "true" : undefined}
    >
      {node.name}
      {disputed ? <span className="disputed-mark" role="img" aria-label="(disputed)" /> : null}
    </ViewLink>
  );
}
