import type { ReactElement } from "react";

import { STORIES } from "../stories.js";
import { encodeView } from "../view/codec.js";
import { useExplorer, useServices } from "./context.js";

/** The worked questions, each a way in. */
export function Stories(): ReactElement {
  return (
    <div className="page">
      <StoryList />
    </div>
  );
}

/** The worked questions as links. */
export function StoryList(): ReactElement {
  const { view } = useExplorer();
  const { go } = useServices();
  return (
    <ol className="stories">
      {STORIES.map((story) => (
        <li key={story.id}>
          <a
            href={`#${encodeView(story.view)}`}
            aria-current={view.page === "view" && view.story === story.id ? "true" : undefined}
            onClick={(event) => {
              event.preventDefault();
              go({ ...story.view, form: view.form });
            }}
          >
            {story.question}
          </a>
        </li>
      ))}
    </ol>
  );
}
