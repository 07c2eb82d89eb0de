import "./style.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { createClient } from "./api/client.js";
import { createFiles } from "./api/files.js";
import { createExplorer } from "./explorer.js";
import { connectAddress } from "./navigation.js";
import { App } from "./ui/app.js";
import { ExplorerContext } from "./ui/context.js";

const container = document.querySelector("#explorer");
if (container === null) throw new Error('index.html has no element with the id "explorer".');
// The API is beside the page, whatever prefix both are served below.
const endpoint = new URL("graphql", document.baseURI).href;
const client = createClient({ endpoint, fetch: (input, init) => fetch(input, init) });
const files = createFiles({
  endpoint: new URL("export", document.baseURI).href,
  fetch: (input, init) => fetch(input, init),
});
const explorer = createExplorer(client);
const go = connectAddress(explorer);

createRoot(container).render(
  <StrictMode>
    <ExplorerContext value={{ client, files, explorer, go }}>
      <App />
    </ExplorerContext>
  </StrictMode>,
);
