import type { ReactElement } from "react";

import { STORIES } from "../stories.js";
import { useExplorer } from "./context.js";
import { ViewLink } from "./view-link.js";

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
  return (
    <ol className="stories">
      {STORIES.map((story) => (
        <li key={story.id}>
          <ViewLink
            to={{ ...story.view, form: view.form }}
            current={view.page === "view" && view.story === story.id ? "true" : undefined}
          >
            {story.question}
          </ViewLink>
        </li>
      ))}
    </ol>
  );
}
