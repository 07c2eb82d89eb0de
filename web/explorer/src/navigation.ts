import type { Explorer } from "./explorer.js";
import { OPENING, storyOf } from "./stories.js";
import { asksSame } from "./view/change.js";
import { decodeView, encodeView } from "./view/codec.js";
import { EMPTY_VIEW, type View } from "./view/view.js";

/** How much of a snapshot's id a URL cites: enough to tell any two apart. */
const CITED = 16;

/** Keeps the explorer's view and the page's address the same, both ways. Returns what takes the reader to another view. */
export function connectAddress(explorer: Explorer): (view: View) => void {
  const address = (view: View): string => `#${encodeView(view)}`;
  const open = (): void => {
    explorer.show(opened(decodeView(location.hash)));
  };
  window.addEventListener("popstate", open);

  // The first answer says which snapshot a view is of: from then on its address does, too.
  explorer.subscribe(() => {
    const { view, snapshot, answered } = explorer.state();
    if (view.snapshot !== null || snapshot === null || answered === null) return;
    explorer.cite(snapshot.slice(0, CITED));
    history.replaceState(null, "", address(explorer.state().view));
  });

  open();
  return (view) => {
    history.pushState(null, "", address(view));
    explorer.show(view);
  };
}

/** What an address opens: a story where it names one and nothing else to ask, the first one where it names none. */
function opened(view: View): View {
  if (view.page !== "view" || !asksSame(view, EMPTY_VIEW)) return view;
  const { form, selected, snapshot } = view;
  const story = storyOf(view.story)?.view ?? OPENING;
  return { ...story, form, snapshot, selected: selected ?? story.selected };
}
