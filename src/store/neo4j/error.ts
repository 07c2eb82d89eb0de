import neo4j from "neo4j-driver";

import { type ErrorCode, PlenaryError } from "../../errors.js";

/** Something wrong with the database or what is in it. The message names neither the address nor a password. */
export class StoreError extends PlenaryError {
  override readonly name = "StoreError";
}

const UNAVAILABLE_DATABASE =
  "The Neo4j database is not available: it is starting or stopping, or could not be started, which Neo4j's log tells.";

const READ_ONLY =
  "The Neo4j database is read-only: its settings say so (server.databases.read_only, default_to_read_only), or its disk is full.";

const TAKEN_UNIQUE =
  "Something else in the Neo4j database has a value that has to be unique in the graph. " +
  "Take its label or its value away, or load into a database of its own.";

/** What each error of the database means to whoever asked, by the start of the code that Neo4j gives it. */
const MEANINGS: readonly (readonly [start: string, code: ErrorCode, message: string])[] = [
  ["ServiceUnavailable", "UNAVAILABLE", "Neo4j cannot be reached. Check NEO4J_URI, and that the server is running."],
  ["SessionExpired", "UNAVAILABLE", "The connection to Neo4j was lost. Ask again."],
  [
    "Neo.ClientError.Security.Unauthorized",
    "UNAVAILABLE",
    "Neo4j refused the user name or password. Check NEO4J_USER and NEO4J_PASSWORD.",
  ],
  [
    "Neo.ClientError.Security.AuthenticationRateLimit",
    "UNAVAILABLE",
    "Neo4j refused the password too often and asks to wait a while.",
  ],
  [
    "Neo.ClientError.Security.CredentialsExpired",
    "UNAVAILABLE",
    "Neo4j asks for a new password for this user before anything else.",
  ],
  [
    "Neo.ClientError.Security.Forbidden",
    "UNAVAILABLE",
    "The Neo4j user lacks the rights for this. Loading needs an account that may write and make indexes; serving needs reading alone.",
  ],
  ["Neo.ClientError.Security.", "UNAVAILABLE", "Neo4j does not let this user in. Its log says why."],
  [
    "Neo.ClientError.Database.DatabaseNotFound",
    "UNAVAILABLE",
    "Neo4j has no database of that name. Check NEO4J_DATABASE.",
  ],
  ["Neo.TransientError.Database.DatabaseUnavailable", "UNAVAILABLE", UNAVAILABLE_DATABASE],
  ["Neo.TransientError.General.DatabaseUnavailable", "UNAVAILABLE", UNAVAILABLE_DATABASE],
  [
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "TIMEOUT",
    "The answer took longer than is allowed. Ask for less at once.",
  ],
  [
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "TOO_EXPENSIVE",
    "The answer needs more memory than is allowed. Ask for less at once.",
  ],
  [
    "Neo.TransientError.General.OutOfMemoryError",
    "TOO_EXPENSIVE",
    "The answer needs more memory than Neo4j has. Ask for less at once.",
  ],
  ["Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "UNAVAILABLE", READ_ONLY],
  ["Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "UNAVAILABLE", READ_ONLY],
  [
    "Neo.ClientError.General.WriteOnReadOnlyAccessMode",
    "UNAVAILABLE",
    "The Neo4j database may not be written from here: it is read-only, or a secondary of a cluster.",
  ],
  [
    "Neo.ClientError.Cluster.NotALeader",
    "UNAVAILABLE",
    "This member of the Neo4j cluster does not take writes. Use a neo4j:// address, which finds the one that does.",
  ],
  ["Neo.ClientError.Schema.ConstraintValidationFailed", "BAD_USER_INPUT", TAKEN_UNIQUE],
  ["Neo.ClientError.Schema.ConstraintCreationFailed", "BAD_USER_INPUT", TAKEN_UNIQUE],
  ["Neo.DatabaseError.Schema.ConstraintCreationFailed", "BAD_USER_INPUT", TAKEN_UNIQUE],
  [
    "Neo.ClientError.Schema.",
    "BAD_USER_INPUT",
    "An index or a constraint of somebody else in the Neo4j database stands where Plenary needs one of its own. " +
      "Drop it, or load into a database of its own.",
  ],
  [
    "Neo.DatabaseError.Transaction.TransactionStartFailed",
    "UNAVAILABLE",
    "The Neo4j database has failed, perhaps for a full disk, and has to be restarted: Neo4j's log says why.",
  ],
  [
    "Neo.DatabaseError.Transaction.",
    "UNAVAILABLE",
    "Neo4j could not write its files: its disk may be full, or failing. Make room, and restart Neo4j, as its log asks for.",
  ],
  ["Neo.DatabaseError.General.", "UNAVAILABLE", "Neo4j failed by itself: its log says why. Its disk may be full."],
  ["Neo.TransientError.", "UNAVAILABLE", "Neo4j could not do this just now. Ask again."],
];

/** Turns whatever the driver throws into an error fit to be shown; errors of Plenary pass as they are. */
export function storeError(error: unknown): PlenaryError {
  if (error instanceof PlenaryError) return error;
  if (error instanceof neo4j.Neo4jError) {
    const meaning = MEANINGS.find(([start]) => error.code.startsWith(start));
    if (meaning !== undefined) return new StoreError(meaning[1], meaning[2], { cause: error });
    // The driver's own errors have no code: this one is of the pool, where all connections wait for a database that hangs.
    if (error.message.startsWith("Connection acquisition timed out")) return silentStore(error);
  }
  return new StoreError("INTERNAL", "Neo4j could not carry out what Plenary asked of it.", { cause: error });
}

/** That the database says nothing, not even that it cannot be reached. */
export function silentStore(cause?: unknown): StoreError {
  const message = "Neo4j does not answer. Check that the server is running and not overloaded.";
  return new StoreError("UNAVAILABLE", message, { cause });
}

/** Runs `work` and lets only errors fit to be shown out of it. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error);
  }
}
