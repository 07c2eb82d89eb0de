import type { ReactElement, ReactNode } from "react";

import { encodeView } from "../view/codec.js";
import type { View } from "../view/view.js";
import { useServices } from "./context.js";

interface ViewLinkProps {
  readonly to: View;
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
  /** That this is where the reader is: a page, or one of several things. */
  readonly current?: "page" | "true" | undefined;
}

/** A link to another view: it can be opened elsewhere or copied, as a view is its address. */
export function ViewLink({ to, children, className, title, current }: ViewLinkProps): ReactElement {
  const { go } = useServices();
  return (
    <a
      href={`#${encodeView(to)}`}
      className={className}
      title={title}
      aria-current={current}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
