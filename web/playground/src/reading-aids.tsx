import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

const editorOptions = {
  wordWrap: "on",
  // Citations quote with curly marks, which the editor would box as easily mistaken for others.
  unicodeHighlight: { ambiguousCharacters: false },
} as const;

/** Draws nothing; makes what is on the screen easier to read: long lines are wrapped, the chosen tab is scrolled to. */
export function ReadingAids(): null {
  const { queryEditor, responseEditor, activeTabIndex } = useGraphiQL(
    pick("queryEditor", "responseEditor", "activeTabIndex"),
  );
  useEffect(() => {
    queryEditor?.updateOptions(editorOptions);
    responseEditor?.updateOptions(editorOptions);
  }, [queryEditor, responseEditor]);
  useEffect(() => {
    document.querySelectorAll('[role="tab"]')[activeTabIndex]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [activeTabIndex]);
  return null;
}
