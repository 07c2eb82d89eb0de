import type { Transaction } from "neo4j-driver";

import { PlenaryError } from "../../errors.js";
import type { Plan } from "../../plan/plan.js";
import { guarded, storeError } from "../../store/neo4j/error.js";
import { atMost, unwaited, within } from "../../store/neo4j/patience.js";
import { openSession as openDriverSession } from "../../store/neo4j/session.js";
import { type StoredSnapshot, readSnapshot } from "../../store/neo4j/snapshot.js";
import type { Limits, Result, Session } from "../engine.js";
import { runDirect } from "./direct.js";
import { runDisputes } from "./disputes.js";
import { edgePages, nodePages } from "./extract.js";
import { infoOf } from "./info.js";
import { runMatch } from "./match.js";
import type { EngineParts, PlanParts } from "./parts.js";
import { runPaths } from "./paths.js";
import { runSearch } from "./search.js";
import { runSubgraph } from "./subgraph.js";
import { requireUnchanged } from "./unchanged.js";
import { openView } from "./view.js";

/**
 * Opens a session: one read transaction, ended by the server at the deadline. It serves the snapshot that is there when it opens;
 * every answer is checked against it afterwards, so that a load which began meanwhile gives `SNAPSHOT_CHANGED`, never a mixture.
 * A database that hangs is waited for until the deadline, and no longer.
 */
export async function openSession(parts: EngineParts, limits: Limits): Promise<Session> {
  const session = openDriverSession(parts.connection, "READ");
  const opening = guarded(async () => {
    const transaction = await session.beginTransaction({ timeout: timeLeft(limits) });
    return { transaction, snapshot: await readSnapshot(transaction, parts.ontology, parts.pinned) };
  });
  try {
    const { transaction, snapshot } = await within(timeLeft(limits), opening);
    const open: Open = { parts, transaction, snapshot, limits, broken: null };
    return {
      snapshot: snapshot.id,
      info: () => Promise.resolve(infoOf(snapshot)),
      run: (plan) => run(open, plan),
      nodeRecords: (extract) => nodePages(parts, snapshot, extract),
      edgeRecords: (extract) => edgePages(parts, snapshot, extract),
      close: () => atMost(CLOSING_MS, session.close()),
    };
  } catch (error) {
    unwaited(session.close());
    throw error;
  }
}

/** Milliseconds. Opening a session has a while even after the deadline: it is `run` that says `TIMEOUT`. */
function timeLeft({ deadline }: Limits): number {
  return Math.max(OPENING_MS, Math.ceil(deadline - Date.now()));
}

const OPENING_MS = 1_000;
/** A database that hangs closes nothing. */
const CLOSING_MS = 1_000;

interface Open {
  readonly parts: EngineParts;
  readonly transaction: Transaction;
  readonly snapshot: StoredSnapshot;
  readonly limits: Limits;
  /** What ended the transaction before its time: of whatever else is asked in it the driver knows only that it has ended. */
  broken: PlenaryError | null;
}

async function run(open: Open, plan: Plan): Promise<Result> {
  const { parts, transaction, snapshot, limits } = open;
  const requireTime = (): void => {
    if (Date.now() >= limits.deadline) throw tooLate();
  };
  requireTime();
  const answering = guarded(async () => {
    try {
      const result = await runViewed(parts, transaction, plan, limits);
      await requireUnchanged(parts.ontology, transaction, snapshot);
      return result;
    } catch (error) {
      // However Neo4j words the end of a transaction at its deadline.
      requireTime();
      if (error instanceof PlenaryError) throw error;
      throw (open.broken ??= storeError(error));
    }
  });
  return within(limits.deadline - Date.now(), answering, tooLate);
}

function tooLate(): PlenaryError {
  return new PlenaryError("TIMEOUT", "The answer took longer than is allowed. Narrow the question.");
}

/** The plan itself and its view go into its statements apart: many plans have one view, and many views one shape. */
async function runViewed(
  { ontology, statements }: EngineParts,
  transaction: Transaction,
  plan: Plan,
  limits: Limits,
): Promise<Result> {
  const view = await openView(ontology, transaction, plan);
  return runPlan({ ontology, view, statements: statements.seeing(view) }, transaction, unviewed(plan), limits);
}

function unviewed(plan: Plan): Plan {
  return Object.fromEntries(Object.entries(plan).filter(([name]) => name !== "view")) as unknown as Plan;
}

function runPlan(parts: PlanParts, transaction: Transaction, plan: Plan, limits: Limits): Promise<Result> {
  switch (plan.kind) {
    case "lookup":
    case "scan":
    case "links":
      return runDirect(parts, transaction, plan);
    case "search":
      return runSearch(parts, transaction, plan);
    case "passages":
      throw new PlenaryError("NOT_SUPPORTED", "The Neo4j engine has no search(in: PASSAGES); the embedded engine has.");
    case "paths":
      return runPaths(parts, transaction, plan, limits.edges);
    case "subgraph":
      return runSubgraph(parts, transaction, plan, limits.edges);
    case "match":
      return runMatch(parts, transaction, plan);
    case "disputes":
      return runDisputes(parts, transaction, plan);
  }
}
