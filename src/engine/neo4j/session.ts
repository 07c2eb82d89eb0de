import neo4j, { type Transaction } from "neo4j-driver";

import { PlenaryError } from "../../errors.js";
import type { Ontology } from "../../ontology/model.js";
import type { Plan } from "../../plan/plan.js";
import type { Connection } from "../../store/neo4j/connect.js";
import { guarded } from "../../store/neo4j/error.js";
import { type StoredSnapshot, readSnapshot } from "../../store/neo4j/snapshot.js";
import type { Limits, Result, Session } from "../engine.js";
import { type DirectPlan, FOUND_BY, RESULT, unsupported } from "./compile.js";
import { decodeConnection } from "./decode-connection.js";
import type { Decoder } from "./decoder.js";
import type { Statements } from "./statements.js";
import type { Columns } from "../../store/neo4j/values.js";

/** What the sessions of one engine share. */
export interface EngineParts {
  readonly connection: Connection;
  readonly ontology: Ontology;
  readonly statements: Statements;
  readonly decoder: Decoder;
}

/**
 * Opens a session: one read transaction, ended by the server at the deadline. It serves the snapshot that is there when it opens;
 * every answer is checked against it afterwards, so that a load which began meanwhile gives `SNAPSHOT_CHANGED`, never a mixture.
 */
export async function openSession(parts: EngineParts, limits: Limits): Promise<Session> {
  const { driver, database } = parts.connection;
  const timeout = limits.deadline - Date.now();
  if (timeout <= 0) throw new PlenaryError("TIMEOUT", "The answer took longer than is allowed. Ask for less at once.");
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    ...(database === undefined ? {} : { database }),
  });
  const close = async (): Promise<void> => {
    await session.close();
  };
  try {
    return await guarded(async () => {
      const transaction = await session.beginTransaction({ timeout: Math.ceil(timeout) });
      const snapshot = await readSnapshot(transaction, parts.ontology);
      return { snapshot: snapshot.id, run: (plan) => run(parts, transaction, snapshot, plan), close };
    });
  } catch (error) {
    await close();
    throw error;
  }
}

async function run(
  parts: EngineParts,
  transaction: Transaction,
  snapshot: StoredSnapshot,
  plan: Plan,
): Promise<Result> {
  const direct = requireDirect(plan);
  return guarded(async () => {
    const { cypher, parameters } = parts.statements.of(direct);
    const { records } = await transaction.run(cypher, parameters);
    await requireUnchanged(parts, transaction, snapshot);
    return decodeResult(
      parts.decoder,
      direct,
      records.map((record) => record.toObject() as Columns),
    );
  });
}

function requireDirect(plan: Plan): DirectPlan {
  switch (plan.kind) {
    case "lookup":
    case "scan":
    case "links":
      return plan;
    default:
      return unsupported(plan.kind);
  }
}

async function requireUnchanged(
  { ontology }: EngineParts,
  transaction: Transaction,
  opened: StoredSnapshot,
): Promise<void> {
  const now = await readSnapshot(transaction, ontology).catch((error: unknown) => {
    if (error instanceof PlenaryError) return null;
    throw error;
  });
  if (now?.load === opened.load) return;
  throw new PlenaryError(
    "SNAPSHOT_CHANGED",
    "The stored graph was replaced while the question was being answered. Ask again.",
  );
}

function decodeResult(decoder: Decoder, plan: DirectPlan, rows: readonly Columns[]): Result {
  if (plan.kind !== "lookup") {
    const [row] = rows;
    return decodeConnection(decoder, plan, (row?.[RESULT] ?? {}) as Columns, plan.kind === "links");
  }
  const found = new Map(rows.map((row) => [row[FOUND_BY], row[RESULT] as Columns]));
  return plan.values.map((value) => {
    const node = found.get(value);
    return node === undefined ? null : decoder.node(node, plan.fields);
  });
}
