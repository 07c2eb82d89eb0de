import type { ApiContext } from "../api/context.js";
import type { Log } from "./log.js";

/** One GraphQL request: what the API needs, and what the server keeps for itself. */
export interface RequestContext extends ApiContext {
  /** The log of this request: its lines have the request's id. */
  readonly log: Log;
  /**
   * `wellFormed` is set once the request turns out to be so: it has a document, and its parameters are of the right types. An object
   * of its own, because Apollo hands a copy of the context to its plugins.
   */
  readonly request: { wellFormed: boolean };
}
