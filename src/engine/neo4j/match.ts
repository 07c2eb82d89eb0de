import type { Transaction } from "neo4j-driver";

import { PlenaryError } from "../../errors.js";
import type { MatchPlan } from "../../plan/match.js";
import type { EngineParts } from "./parts.js";

export function runMatch(_parts: EngineParts, _transaction: Transaction, _plan: MatchPlan): Promise<object> {
  throw new PlenaryError("NOT_SUPPORTED", "The Neo4j engine has no match yet; the embedded engine has.");
}
