import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useState } from "react";

/** The question that the page's address brings in its fragment, or null: `#query=…&variables=…`. */
function linked(): { readonly query: string; readonly variables: string } | null {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const query = parameters.get("query");
  return query === null || query === "" ? null : { query, variables: parameters.get("variables") ?? "" };
}

/** Draws nothing; shows the question that a link brings in a tab of its own, once, and leaves the other tabs alone. */
export function LinkedQuestion(): null {
  const [question] = useState(linked);
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  const actions = useGraphiQLActions();
  useEffect(() => {
    if (question === null || queryEditor === undefined || variableEditor === undefined || location.hash === "") return;
    // Opened again, the page shows the tab that was kept.
    history.replaceState(null, "", location.pathname);
    actions.addTab();
    queryEditor.setValue(question.query);
    variableEditor.setValue(question.variables);
    actions.updateActiveTabValues(question);
  }, [question, queryEditor, variableEditor, actions]);
  return null;
}
