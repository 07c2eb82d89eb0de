import { createContext, useContext, useSyncExternalStore } from "react";

import type { Client } from "../api/client.js";
import type { Files } from "../api/files.js";
import type { Explorer, State } from "../explorer.js";
import type { View } from "../view/view.js";

interface Services {
  readonly client: Client;
  readonly files: Files;
  readonly explorer: Explorer;
  /** Takes the reader to another view, as a step of the browser's history. */
  readonly go: (view: View) => void;
}

/** What every part of the page works with. */
export const ExplorerContext = createContext<Services | null>(null);

/** The services of the page. */
export function useServices(): Services {
  const services = useContext(ExplorerContext);
  if (services === null) throw new Error("There is no explorer around this part of the page.");
  return services;
}

/** What is on the screen now; the part that asks is drawn again when it changes. */
export function useExplorer(): State {
  const { explorer } = useServices();
  return useSyncExternalStore(explorer.subscribe, explorer.state);
}
