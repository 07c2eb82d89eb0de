import type { GraphQLResolveInfo } from "graphql";

import type { Session } from "../engine/engine.js";
import type { Statement } from "../graph/coverage.js";
import type { ScanPlan } from "../plan/plan.js";
import { Asking } from "./asking.js";
import { scopeOf } from "./compile/scope.js";
import { select } from "./compile/select.js";
import { withCode } from "./errors.js";
import { LIMITS } from "./limits.js";
import type { Perspective } from "./perspective.js";
import { asItem } from "./resolve.js";
import type { Vocabulary } from "./vocabulary.js";

/** A source's word on what it covers, as recorded, with what is said in it. */
export interface Covering {
  readonly statement: Statement;
  readonly value: unknown;
}

const KNOWN = new WeakMap<Session, Map<Perspective, Promise<readonly Covering[]>>>();

/** What sources say that they cover, read once in a request for each way to look at the graph. */
export async function coverageOf(
  session: Session,
  perspective: Perspective,
  vocabulary: Vocabulary,
): Promise<readonly Covering[]> {
  const known = KNOWN.get(session) ?? new Map<Perspective, Promise<readonly Covering[]>>();
  KNOWN.set(session, known);
  const coverage = known.get(perspective) ?? readCoverage(perspective.over(session), vocabulary);
  known.set(perspective, coverage);
  try {
    return await coverage;
  } catch (error) {
    throw withCode(error);
  }
}

/** Sources by id with what a field selects of them. Those that cannot be seen from there are left out. */
export async function readSources(
  session: Session,
  perspective: Perspective,
  vocabulary: Vocabulary,
  ids: readonly string[],
  info: GraphQLResolveInfo,
): Promise<readonly unknown[]> {
  const { scope, nodes, type } = scopeOf(vocabulary, info, perspective, Asking.of(session));
  const types = vocabulary.concrete(type.name);
  const fields = select.nodes(scope, types, nodes);
  const found = await perspective.over(session).run({ kind: "lookup", property: "id", values: ids, types, fields });
  return (found as readonly unknown[]).filter((node) => node !== null);
}

/**
 * What sources say that they cover, in order of their ids. Of more than a thousand sources that name a relationship the first thousand:
 * an empty answer is then called not covered rather than sure.
 */
async function readCoverage(session: Session, vocabulary: Vocabulary): Promise<readonly Covering[]> {
  const property = vocabulary.coverage;
  if (property === null) return [];
  const answer = asItem(await session.run(coveringSources(vocabulary, property.name)));
  return (answer["nodes"] as readonly unknown[]).flatMap((node) => {
    const { id, covers } = asItem(node);
    return (covers as readonly unknown[]).map((value) => ({
      statement: statementOf(String(id), asItem(value)),
      value,
    }));
  });
}

function coveringSources(vocabulary: Vocabulary, property: string): ScanPlan {
  const named = { name: `${property}.relationships`, type: "string", list: true } as const;
  return {
    kind: "scan",
    types: vocabulary.concrete("Source"),
    where: { kind: "compare", property: named, operator: "exists", value: true },
    order: [],
    page: { first: LIMITS.first, last: null, after: null, before: null },
    parts: [
      {
        kind: "nodes",
        as: "nodes",
        fields: [
          { kind: "property", as: "id", name: "id", on: null },
          { kind: "property", as: "covers", name: property, on: null },
        ],
      },
    ],
  };
}

function statementOf(source: string, value: Readonly<Record<string, unknown>>): Statement {
  const date = (name: string): string | null => (typeof value[name] === "string" ? value[name] : null);
  return {
    source,
    relationships: (value["relationships"] ?? []) as readonly string[],
    bodies: (value["bodies"] ?? []) as readonly string[],
    from: date("from"),
    until: date("until"),
    complete: value["complete"] === true,
  };
}
