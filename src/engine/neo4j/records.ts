import Cypher from "@neo4j/cypher-builder";

import type { NodeField, RecordField, RecordsField } from "../../plan/plan.js";
import { BASIS_FIELDS, EVIDENCE_FIELDS, evidenceColumn } from "../../store/neo4j/evidence.js";
import { ALIAS, CLAIM, ENTITY, HAS_ALIAS, HAS_CLAIM } from "../../store/neo4j/schema.js";
import { CITED, type Scope, type Selection, chain, fieldName, indexesOf } from "./element.js";

/** Whose records are read. */
export type Owner =
  { readonly kind: "node"; readonly node: Cypher.Node } | { readonly kind: "edge"; readonly edge: Cypher.Relationship };

const EVIDENCE_COLUMNS = EVIDENCE_FIELDS.map(evidenceColumn);
const BASIS_COLUMNS = BASIS_FIELDS.map((field) => `basis_${field}`);

/** The records of a node or edge: what stands in its own columns is added to these, the rest is fetched by subqueries. */
export function selectRecords(
  scope: Scope,
  owner: Owner,
  name: RecordsField["name"],
  fields: readonly RecordField[],
): Selection & { readonly columns: readonly string[] } {
  const variable = owner.kind === "node" ? owner.node : owner.edge;
  switch (name) {
    case "evidence":
      return { columns: EVIDENCE_COLUMNS, ...selectEvidence(scope, variable, fields) };
    case "basis":
      return { columns: BASIS_COLUMNS, calls: [], value: Cypher.Null };
    case "aliases":
      return { columns: [], ...selectAttached(scope, variable, HAS_ALIAS, ALIAS, fields) };
    case "claims":
      return { columns: [], ...selectAttached(scope, variable, HAS_CLAIM, CLAIM, fields) };
    case "degrees":
      return { columns: [], ...selectDegrees(variable) };
  }
}

/** The nodes that the evidence of `owner` names: field `i` under `f<i>`, and the sources where a citation is asked for. */
function selectEvidence(scope: Scope, owner: Cypher.Variable, fields: readonly RecordField[]): Selection {
  const calls: Cypher.Clause[] = [];
  const values: Record<string, Cypher.Expr> = {};
  const add = (name: string, { calls: more, value }: Selection): void => {
    calls.push(...more);
    values[name] = value;
  };
  for (const [i, field] of fields.entries()) {
    if (field.kind === "nodes") add(fieldName(i), selectNamed(scope, owner, field.name, field.fields));
  }
  if (fields.some((field) => field.kind === "value" && (field.name === "citation" || field.name === "url"))) {
    add(CITED, selectNamed(scope, owner, "source", CITATION_FIELDS));
  }
  return { calls, value: new Cypher.Map(values) };
}

const CITATION_FIELDS: readonly NodeField[] = ["id", "name", "date", "url"].map((name) => {
  return { kind: "property", as: name, name, on: null };
});

/** The nodes named by one field of the evidence, each with the position of the evidence and its own in the list. */
function selectNamed(
  scope: Scope,
  owner: Cypher.Variable,
  name: "source" | "attributedTo" | "reportedBy",
  fields: readonly NodeField[],
): Selection {
  const evidence = new Cypher.Variable();
  const ids = new Cypher.Variable();
  const position = new Cypher.Variable();
  const node = new Cypher.Node();
  const found = new Cypher.Variable();
  const stored = owner.property(evidenceColumn(name)).property(evidence);
  const { calls, value } = scope.select.node(scope, node, fields);
  const positions = new Cypher.Unwind([indexesOf(owner.property(evidenceColumn("source"))), evidence]);
  const matchNode = (id: Cypher.Expr): Cypher.Clause =>
    new Cypher.Match(new Cypher.Pattern(node, { labels: ENTITY })).where(Cypher.eq(node.property("id"), id));
  const matched =
    name === "source"
      ? [positions, matchNode(stored)]
      : [
          positions,
          new Cypher.With(owner, evidence, [Cypher.split(stored, new Cypher.Literal(" ")), ids]),
          new Cypher.Unwind([indexesOf(ids), position]),
          matchNode(new Cypher.Property(ids, position)),
        ];
  const place = name === "source" ? new Cypher.Literal(0) : position;
  const subquery = chain(
    ...matched,
    ...calls,
    new Cypher.Return([Cypher.collect(new Cypher.Map({ evidence, position: place, node: value })), found]),
  );
  return { calls: [new Cypher.Call(subquery, [owner])], value: found };
}

/** Records that are nodes of their own, in their order. */
function selectAttached(
  scope: Scope,
  owner: Cypher.Variable,
  type: string,
  label: string,
  fields: readonly RecordField[],
): Selection {
  const record = new Cypher.Node();
  const found = new Cypher.Variable();
  const calls: Cypher.Clause[] = [];
  const values: Record<string, Cypher.Expr> = {};
  for (const [i, field] of fields.entries()) {
    if (field.kind !== "records") continue;
    const { calls: more, value } = selectEvidence(scope, record, field.fields);
    calls.push(...more);
    values[fieldName(i)] = value;
  }
  const subquery = chain(
    new Cypher.Match(new Cypher.Pattern(owner).related({ type, direction: "right" }).to(record, { labels: label })),
    new Cypher.With(owner, record).orderBy([record.property("position"), "ASC"]),
    ...calls,
    new Cypher.Return([Cypher.collect(new Cypher.MapProjection(record, "*", values)), found]),
  );
  return { calls: [new Cypher.Call(subquery, [owner])], value: found };
}

/** How many edges of each type leave and reach a node. */
function selectDegrees(owner: Cypher.Variable): Selection {
  const out = countEdges(owner, "right");
  const into = countEdges(owner, "left");
  return { calls: [...out.calls, ...into.calls], value: new Cypher.Map({ out: out.value, in: into.value }) };
}

function countEdges(owner: Cypher.Variable, direction: "left" | "right"): Selection {
  const edge = new Cypher.Relationship();
  const type = new Cypher.Variable();
  const count = new Cypher.Variable();
  const found = new Cypher.Variable();
  const subquery = chain(
    new Cypher.Match(new Cypher.Pattern(owner).related(edge, { direction }).to()).where(
      Cypher.isNotNull(edge.property("id")),
    ),
    new Cypher.With([Cypher.type(edge), type], [Cypher.count(edge), count]),
    new Cypher.Return([Cypher.collect(new Cypher.Map({ type, count })), found]),
  );
  return { calls: [new Cypher.Call(subquery, [owner])], value: found };
}
