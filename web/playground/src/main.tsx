import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./style.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Playground } from "./playground.js";

const container = document.querySelector("#playground");
if (container === null) throw new Error('index.html has no element with the id "playground".');
createRoot(container).render(
  <StrictMode>
    <Playground />
  </StrictMode>,
);
