import type { Operator } from "../../src/plan/filter.js";
import { compare, NODES, ref, scan } from "../support/plans.js";
import type { Case } from "./case.js";

// The votes are dated: 1 and 2 on 2012-05-04, 3 in 2012, 4 in 2013-01, 5 not at all.
function votes(operator: Operator, value: string | readonly string[], ids: readonly string[]): Case {
  return {
    title: `${operator} ${String(value)}`,
    plan: scan(["Vote"], [NODES], { where: compare(ref("date", "date"), operator, value) }),
    result: { nodes: ids.map((id) => ({ $type: "Vote", id })) },
  };
}

export const dateCases: readonly Case[] = [
  votes("eq", "2012", ["vote-1", "vote-2", "vote-3"]),
  votes("eq", "2012-05", ["vote-1", "vote-2"]),
  votes("eq", "2012-05-05", []),
  votes("in", ["2012-05-04", "2013"], ["vote-1", "vote-2", "vote-4"]),
  votes("gt", "2012", ["vote-4"]),
  votes("gt", "2012-05-03", ["vote-1", "vote-2", "vote-4"]),
  votes("gte", "2012", ["vote-1", "vote-2", "vote-3", "vote-4"]),
  votes("gte", "2012-02", ["vote-1", "vote-2", "vote-4"]),
  votes("lt", "2013", ["vote-1", "vote-2", "vote-3"]),
  votes("lt", "2012-12-31", ["vote-1", "vote-2"]),
  votes("lte", "2012-12-31", ["vote-1", "vote-2", "vote-3"]),
  votes("lte", "2012-05-04", ["vote-1", "vote-2"]),
];
