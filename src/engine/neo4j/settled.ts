import type { Transaction } from "neo4j-driver";

import type { Ontology } from "../../ontology/model.js";
import type { Plan } from "../../plan/plan.js";
import { decodeNode, nodeProperties } from "../../store/neo4j/elements.js";
import { CLAIM, ENTITY, HAS_CLAIM } from "../../store/neo4j/schema.js";
import { type Columns, encodeProperties } from "../../store/neo4j/values.js";
import { SUMMARY } from "../shown-properties.js";
import { type ShownEvidence, shownNode } from "../shown.js";

/**
 * The value of a property in a view by evidence is the recorded one, or none, unless there are claims about it. Few nodes have any: what
 * theirs say is settled here, before the plan is run, by the same code that settles what is shown. The statements of the plan are given
 * the result as columns by node id.
 */
export type Settled = ReadonlyMap<string, Columns>;

const CONTESTED =
  `MATCH (n:${ENTITY})-[:${HAS_CLAIM}]->(c:${CLAIM}) WHERE c.property IN $properties ` +
  "WITH n, c ORDER BY c.position RETURN properties(n) AS node, collect(properties(c)) AS claims";

/** The columns that the properties which a plan compares, orders or groups by have in a view, of all nodes with claims about them. */
export async function settle(
  ontology: Ontology,
  transaction: Transaction,
  plan: Plan,
  shown: ShownEvidence,
): Promise<Settled> {
  const names = comparedProperties(plan);
  if (names.size === 0) return new Map();
  const { records } = await transaction.run(CONTESTED, { properties: [...names] });
  return new Map(
    records.map((row) => {
      const node = decodeNode(row.get("node") as Columns, [], row.get("claims") as readonly Columns[], ontology);
      const properties = Object.entries(shownNode(node, shown, ontology).properties);
      const columns: Columns = {};
      const compared = Object.fromEntries(properties.filter(([name]) => names.has(name)));
      encodeProperties(compared, nodeProperties(ontology, node.type), ontology, columns);
      return [node.id, columns];
    }),
  );
}

/** Those that a plan names without a reference. */
function namedBy(plan: Plan): readonly string[] {
  if (plan.kind === "lookup") return [plan.property];
  return plan.kind === "match" ? [plan.date] : [];
}

/** What no claim decides. */
const UNCLAIMED = ["id", "type", "alias", SUMMARY];

/** The names of all properties that are compared, ordered or grouped by, those of edges among them. */
function comparedProperties(plan: Plan): ReadonlySet<string> {
  const names = new Set<string>(namedBy(plan));
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("property" in value && typeof value.property === "object" && value.property !== null) {
      const { name } = value.property as { readonly name: string };
      names.add(name.split(".")[0] ?? name);
    }
    Object.values(value).forEach(visit);
  };
  visit(plan);
  for (const name of UNCLAIMED) names.delete(name);
  return names;
}
