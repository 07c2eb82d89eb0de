import { useEffect, type ReactElement } from "react";

import { storyOf } from "../stories.js";
import { useExplorer } from "./context.js";
import { Header } from "./header.js";
import { Notices } from "./notices.js";
import { Schema } from "./schema.js";
import { Stories } from "./stories.js";
import { Workspace } from "./workspace.js";

/** The whole page. */
export function App(): ReactElement {
  const { view } = useExplorer();
  const story = storyOf(view.story);
  const heading =
    view.page === "schema"
      ? "What the graph holds"
      : view.page === "stories"
        ? "Worked questions"
        : (story?.question ?? "A view of the graph");
  useEffect(() => {
    document.title = `${heading} · Plenary`;
  }, [heading]);
  return (
    <>
      <Header />
      <main id="main">
        <div className="question">
          <h1>{heading}</h1>
          {view.page === "view" && story !== null ? <p>{story.lead}</p> : null}
        </div>
        <Notices />
        {view.page === "view" ? <Workspace /> : view.page === "stories" ? <Stories /> : <Schema />}
      </main>
    </>
  );
}
