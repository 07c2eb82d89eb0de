import type { GraphiQLProps } from "graphiql";

type PlaygroundStorage = NonNullable<GraphiQLProps["storage"]>;

// Another GraphiQL served from the same address (port 4000 is a popular one) keeps its tabs under "graphiql:".
const prefix = "plenary:";

/** The names below our prefix, without it. */
function ownKeys(): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

/** The browser's local storage, limited to this playground's own entries. */
export const playgroundStorage: PlaygroundStorage = {
  getItem: (key) => localStorage.getItem(prefix + key),
  setItem: (key, value) => {
    localStorage.setItem(prefix + key, value);
  },
  removeItem: (key) => {
    localStorage.removeItem(prefix + key);
  },
  clear: () => {
    for (const key of ownKeys()) localStorage.removeItem(key);
  },
  get length() {
    return ownKeys().length;
  },
};

/** Whether this browser holds nothing from an earlier visit. */
export function isFirstVisit(): boolean {
  return playgroundStorage.length === 0;
}
