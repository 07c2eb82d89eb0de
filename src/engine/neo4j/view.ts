import type { ManagedTransaction, Transaction } from "neo4j-driver";

import { SOURCE } from "../../graph/source.js";
import type { Ontology } from "../../ontology/model.js";
import type { Plan } from "../../plan/plan.js";
import type { View } from "../../plan/view.js";
import { ENTITY } from "../../store/neo4j/schema.js";
import { type ShownEvidence, evidenceFrom } from "../shown.js";
import { interval } from "./lift.js";
import { type Settled, settle } from "./settled.js";

/** As much of a plan's view as the text of its statements depends on. */
export interface ViewShape {
  readonly valid: boolean;
  /** Whether it chooses evidence. */
  readonly evidence: boolean;
  /** Whether claims decide what the plan compares, orders or groups by: see `settled.ts`. */
  readonly settled: boolean;
}

/** The view of a plan, as its statements and the decoding of their results need it. */
export interface ShownView {
  readonly shape: ViewShape;
  /** What its statements are given beside the values of the plan. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The evidence that it chooses; null where it shows all. */
  readonly evidence: ChosenEvidence | null;
}

export interface ChosenEvidence extends ShownEvidence {
  /** The last day of the date of a source that is chosen, as `yyyy-mm-dd`. */
  readonly published: (source: string) => string | undefined;
}

/** The parameters: the first and the last day of `valid`, the ids of the sources chosen, and what claims have settled. */
export const VALID = "view_valid";
export const CHOSEN = "view_sources";
export const SETTLED = "view_settled";

type Reading = Transaction | ManagedTransaction;

const SOURCES =
  `MATCH (s:${ENTITY}:${SOURCE}) WHERE s.id IS NOT NULL AND ($until IS NULL OR s.date_max <= $until) AND ($sources IS NULL OR s.id IN $sources) ` +
  "RETURN s.id AS id, s.date_max AS day";

/** The view of a plan: one statement where it chooses evidence, and another where what claims say matters to what it compares. */
export async function openView(ontology: Ontology, transaction: Transaction, plan: Plan): Promise<ShownView> {
  const shown = await showing(transaction, plan.view);
  const settled: Settled =
    shown.evidence === null ? new Map() : await settle(ontology, transaction, plan, shown.evidence);
  if (settled.size === 0) return shown;
  return {
    ...shown,
    shape: { ...shown.shape, settled: true },
    parameters: { ...shown.parameters, [SETTLED]: Object.fromEntries(settled) },
  };
}

/** What a view shows, whatever is asked of it: one statement where it chooses evidence. */
export async function showing(transaction: Reading, view: View | undefined): Promise<ShownView> {
  const valid = view?.valid ?? null;
  const evidence = await chooseEvidence(transaction, view);
  return {
    shape: { valid: valid !== null, evidence: evidence !== null, settled: false },
    parameters: {
      ...(valid === null ? {} : { [VALID]: interval(valid) }),
      ...(evidence === null ? {} : { [CHOSEN]: evidence.sources }),
    },
    evidence: evidence === null ? null : evidence.shown,
  };
}

async function chooseEvidence(
  transaction: Reading,
  view: View | undefined,
): Promise<{ readonly shown: ChosenEvidence; readonly sources: readonly string[] } | null> {
  const { known = null, sources = null } = view ?? {};
  if (known === null && sources === null) return null;
  const until = known === null ? null : interval(known).max;
  const { records } = await transaction.run(SOURCES, { until, sources });
  const days = new Map(records.map((row) => [String(row.get("id")), row.get("day") as string | null]));
  return {
    sources: [...days.keys()],
    shown: {
      ...evidenceFrom((id) => days.has(id)),
      published: (source) => days.get(source) ?? undefined,
    },
  };
}
