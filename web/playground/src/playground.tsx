import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import type { ReactElement } from "react";
import { fetchAnswer } from "./fetcher.js";
import { LinkedQuestion } from "./linked-question.js";
import { questionsPlugin } from "./questions-panel.js";
import { questions } from "./questions.js";
import { ReadingAids } from "./reading-aids.js";
import { isFirstVisit, playgroundStorage } from "./storage.js";

// Fixed when the page opens: GraphiQL resets the panel whenever these change.
const plugins = [questionsPlugin, HISTORY_PLUGIN];
const defaultTabs = questions.map(({ text }) => ({ query: text }));
const hasRoomForPanel = window.matchMedia("(min-width: 75rem)").matches;
const firstPanel = hasRoomForPanel && isFirstVisit() ? { visiblePlugin: questionsPlugin } : {};

/** The playground: GraphiQL over this server's API, opening with the worked questions unless earlier tabs are kept. */
export function Playground(): ReactElement {
  return (
    <GraphiQL
      fetcher={fetchAnswer}
      storage={playgroundStorage}
      defaultTabs={defaultTabs}
      plugins={plugins}
      isHeadersEditorEnabled={false}
      defaultEditorToolsVisibility={false}
      {...firstPanel}
    >
      <GraphiQL.Logo>
        <h1>Plenary</h1>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <p className="reading">
          Reading an answer: an <code>edge</code> is one fact, its <code>evidence</code> is who says so,{" "}
          <code>omitted</code> counts the facts not shown.
        </p>
      </GraphiQL.Footer>
      <LinkedQuestion />
      <ReadingAids />
    </GraphiQL>
  );
}
