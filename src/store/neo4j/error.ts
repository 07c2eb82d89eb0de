import neo4j from "neo4j-driver";

import { type ErrorCode, PlenaryError } from "../../errors.js";

/** Something wrong with the database or what is in it. The message names neither the address nor a password. */
export class StoreError extends PlenaryError {
  override readonly name = "StoreError";
}

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
  [
    "Neo.ClientError.Database.DatabaseNotFound",
    "UNAVAILABLE",
    "Neo4j has no database of that name. Check NEO4J_DATABASE.",
  ],
  ["Neo.TransientError.Database.DatabaseUnavailable", "UNAVAILABLE", "The Neo4j database is not available at present."],
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
  [
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "UNAVAILABLE",
    "The Neo4j database is read-only. Load into one that may be written (server.databases.read_only, default_to_read_only).",
  ],
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
  [
    "Neo.ClientError.Schema.Constraint",
    "BAD_USER_INPUT",
    "Something else in the Neo4j database has a value that has to be unique in the graph. " +
      "Take its label or its value away, or load into a database of its own.",
  ],
  [
    "Neo.DatabaseError.Transaction.",
    "UNAVAILABLE",
    "Neo4j could not write its files: the disk may be full, or failing. Make room, restart Neo4j where its log asks for that.",
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
  }
  return new StoreError("INTERNAL", "Neo4j could not carry out what Plenary asked of it.", { cause: error });
}

/** Runs `work` and lets only errors fit to be shown out of it. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error);
  }
}
