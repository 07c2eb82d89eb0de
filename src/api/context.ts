import type { Engine, Session } from "../engine/engine.js";

/** What the server gives to each request: one session (one snapshot, one budget) and the engine it belongs to. */
export interface ApiContext {
  readonly session: Session;
  readonly engine: Engine;
}
