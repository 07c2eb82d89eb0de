import { pick, useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from "@graphiql/react";
import type { ReactElement } from "react";
import type { Question } from "./question.js";
import { questions } from "./questions.js";

/** Returns a function that shows a question: in the tab that still holds it unchanged, else in a new tab. */
function useShowQuestion(): (question: Question) => void {
  const { tabs, queryEditor } = useGraphiQL(pick("tabs", "queryEditor"));
  const actions = useGraphiQLActions();
  return (question) => {
    const index = tabs.findIndex((tab) => tab.query === question.text);
    if (index >= 0) {
      actions.changeTab(index);
      return;
    }
    actions.addTab();
    queryEditor?.setValue(question.text);
    // The editor reports its new text only after a pause; until then a second click would open a second tab.
    actions.updateActiveTabValues({ query: question.text });
  };
}

function QuestionsPanel(): ReactElement {
  const showQuestion = useShowQuestion();
  const shown = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query);
  return (
    <section className="questions" aria-label="Worked questions">
      <h2>Worked questions</h2>
      <p>
        Each opens in a tab with its query. Your own tabs stay as they are; a closed or changed question comes back.
      </p>
      <ol>
        {questions.map((question) => (
          <li key={question.title}>
            <button
              type="button"
              aria-current={question.text === shown}
              onClick={() => {
                showQuestion(question);
              }}
            >
              {question.words}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function QuestionsIcon(): ReactElement {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
      <circle cx="12" cy="12" r="9.5" />
      <path d="M9.2 9.3a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.1-1.5 2.2" />
      <path d="M12 17.2v.1" />
    </svg>
  );
}

/** The side panel that lists the worked questions in words and opens them. */
export const questionsPlugin: GraphiQLPlugin = {
  title: "Worked questions",
  icon: QuestionsIcon,
  content: QuestionsPanel,
};
