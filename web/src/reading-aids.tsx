import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

/** Draws nothing; keeps what is to be read in view: long lines of a query are wrapped, the chosen tab is scrolled to. */
export function ReadingAids(): null {
  const { queryEditor, activeTabIndex } = useGraphiQL(pick("queryEditor", "activeTabIndex"));
  useEffect(() => {
    queryEditor?.updateOptions({ wordWrap: "on" });
  }, [queryEditor]);
  useEffect(() => {
    document.querySelectorAll('[role="tab"]')[activeTabIndex]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [activeTabIndex]);
  return null;
}
