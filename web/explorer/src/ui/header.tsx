import type { ReactElement } from "react";

import { add } from "../view/change.js";
import type { Page } from "../view/view.js";
import { useExplorer, useServices } from "./context.js";
import { SearchBox } from "./search-box.js";
import { ViewLink } from "./view-link.js";

/** The name, the search and the ways to other pages. */
export function Header(): ReactElement {
  const { view } = useExplorer();
  const { go } = useServices();
  const page = (name: Page, text: string): ReactElement => (
    <ViewLink to={{ ...view, page: name }} current={view.page === name ? "page" : undefined}>
      {text}
    </ViewLink>
  );
  return (
    <header className="top">
      <a className="skip" href="#main" onClick={skip}>
        To the content
      </a>
      <a className="brand" href="./">
        <img src="./favicon.svg" alt="" width="26" height="26" />
        Plenary
      </a>
      <SearchBox
        label="Search states, people, texts, statements…"
        onChoose={({ id }) => {
          go(add(view, id));
        }}
      />
      <nav aria-label="Pages">
        {page("stories", "Questions")}
        {page("schema", "Schema")}
        <a href="./playground/">Playground</a>
      </nav>
    </header>
  );
}

/** The fragment of the address is the view's: the skip link moves the focus without touching it. */
function skip(event: { preventDefault(): void }): void {
  event.preventDefault();
  const main = document.querySelector<HTMLElement>("#main h1");
  main?.setAttribute("tabindex", "-1");
  main?.focus();
}
