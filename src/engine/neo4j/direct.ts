import type { Transaction } from "neo4j-driver";

import type { Columns } from "../../store/neo4j/values.js";
import type { Result } from "../engine.js";
import { type DirectPlan, FOUND_BY, RESULT } from "./compile.js";
import { decodeConnection } from "./decode-connection.js";
import { decodeWith } from "./named.js";
import type { PlanParts } from "./parts.js";

/** Runs a plan that one statement answers, but for the nodes that evidence names. */
export async function runDirect(parts: PlanParts, transaction: Transaction, plan: DirectPlan): Promise<Result> {
  const { cypher, parameters } = parts.statements.direct(plan);
  const { records } = await transaction.run(cypher, parameters);
  if (plan.kind !== "lookup") {
    const connection = (records[0]?.get(RESULT) ?? {}) as Columns;
    return decodeWith(parts, transaction, (decoder) =>
      decodeConnection(decoder, plan, connection, plan.kind === "links"),
    );
  }
  const found = new Map(records.map((record) => [record.get(FOUND_BY), record.get(RESULT) as Columns]));
  return decodeWith(parts, transaction, (decoder) =>
    plan.values.map((value) => {
      const node = found.get(value);
      return node === undefined ? null : decoder.node(node, plan.fields);
    }),
  );
}
