import type { Session } from "../engine/engine.js";

/** What the server gives to each request: one session, which is one snapshot and one budget. */
export interface ApiContext {
  readonly session: Session;
}
