import Cypher from "@neo4j/cypher-builder";

import type { RecordsField } from "../../plan/plan.js";
import { BASIS_FIELDS, EVIDENCE_FIELDS, evidenceColumn } from "../../store/neo4j/evidence.js";
import { ALIAS, CLAIM, HAS_ALIAS, HAS_CLAIM } from "../../store/neo4j/schema.js";
import { type Scope, type Selection, chain } from "./element.js";
import { all } from "./logic.js";
import { edgeShown } from "./shown.js";

/** Whose records are read. */
export type Owner =
  { readonly kind: "node"; readonly node: Cypher.Node } | { readonly kind: "edge"; readonly edge: Cypher.Relationship };

/** The columns of the owner that hold its records, and what is fetched beside them, if anything is. */
export interface RecordsSelection {
  readonly calls: readonly Cypher.Clause[];
  readonly columns: readonly string[];
  readonly value: Cypher.Expr | null;
}

const EVIDENCE_COLUMNS = EVIDENCE_FIELDS.map(evidenceColumn);
const BASIS_COLUMNS = BASIS_FIELDS.map((field) => `basis_${field}`);

/** The records of a node or edge: what stands in its own columns is added to these, the rest is fetched by subqueries. */
export function selectRecords(scope: Scope, owner: Owner, name: RecordsField["name"]): RecordsSelection {
  const variable = owner.kind === "node" ? owner.node : owner.edge;
  switch (name) {
    case "evidence":
      return { columns: EVIDENCE_COLUMNS, calls: [], value: null };
    case "basis":
      return { columns: BASIS_COLUMNS, calls: [], value: null };
    case "aliases":
      return { columns: [], ...selectAttached(variable, HAS_ALIAS, ALIAS) };
    case "claims":
      return { columns: [], ...selectAttached(variable, HAS_CLAIM, CLAIM) };
    case "degrees":
      return { columns: [], ...selectDegrees(scope, variable) };
  }
}

/** Records that are nodes of their own, in their order, with all of their columns. */
export function selectAttached(owner: Cypher.Variable, type: string, label: string): Selection {
  const record = new Cypher.Node();
  const found = new Cypher.Variable();
  const subquery = chain(
    new Cypher.Match(new Cypher.Pattern(owner).related({ type, direction: "right" }).to(record, { labels: label })),
    new Cypher.With(record).orderBy([record.property("position"), "ASC"]),
    new Cypher.Return([Cypher.collect(new Cypher.MapProjection(record, "*")), found]),
  );
  return { calls: [new Cypher.Call(subquery, [owner])], value: found };
}

/** How many edges of each type leave and reach a node. */
function selectDegrees(scope: Scope, owner: Cypher.Variable): Selection {
  const out = countEdges(scope, owner, "right");
  const into = countEdges(scope, owner, "left");
  return { calls: [...out.calls, ...into.calls], value: new Cypher.Map({ out: out.value, in: into.value }) };
}

function countEdges(scope: Scope, owner: Cypher.Variable, direction: "left" | "right"): Selection {
  const edge = new Cypher.Relationship();
  const type = new Cypher.Variable();
  const count = new Cypher.Variable();
  const found = new Cypher.Variable();
  const subquery = chain(
    new Cypher.Match(new Cypher.Pattern(owner).related(edge, { direction }).to()).where(all(edgeShown(scope, edge))),
    new Cypher.With([Cypher.type(edge), type], [Cypher.count(edge), count]),
    new Cypher.Return([Cypher.collect(new Cypher.Map({ type, count })), found]),
  );
  return { calls: [new Cypher.Call(subquery, [owner])], value: found };
}
