import type { Transaction } from "neo4j-driver";

import type { Columns } from "../../store/neo4j/values.js";
import type { Result } from "../engine.js";
import { type DirectPlan, FOUND_BY, RESULT } from "./compile.js";
import { decodeConnection } from "./decode-connection.js";
import type { EngineParts } from "./parts.js";

/** Runs a plan that one statement answers. */
export async function runDirect(parts: EngineParts, transaction: Transaction, plan: DirectPlan): Promise<Result> {
  const { cypher, parameters } = parts.statements.direct(plan);
  const { records } = await transaction.run(cypher, parameters);
  const { decoder } = parts;
  if (plan.kind !== "lookup") {
    return decodeConnection(decoder, plan, (records[0]?.get(RESULT) ?? {}) as Columns, plan.kind === "links");
  }
  const found = new Map(records.map((record) => [record.get(FOUND_BY), record.get(RESULT) as Columns]));
  return plan.values.map((value) => {
    const node = found.get(value);
    return node === undefined ? null : decoder.node(node, plan.fields);
  });
}
