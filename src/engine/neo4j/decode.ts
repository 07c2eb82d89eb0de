import type { EdgeField, NodeField } from "../../plan/plan.js";
import { decodeFooting, edgeProperties } from "../../store/neo4j/elements.js";
import { standingOf } from "../../store/neo4j/standing.js";
import { type Columns, decodeProperty } from "../../store/neo4j/values.js";
import { decodeConnection } from "./decode-connection.js";
import { propertyReader } from "./decode-node.js";
import { decodeEdgeRecords, decodeNodeRecords } from "./decode-records.js";
import { type Decoder, type FindNode, NOWHERE, type Position } from "./decoder.js";
import { fieldName } from "./element.js";
import type { PlanParts } from "./parts.js";

/** A decoder of results. `find` gives the nodes that evidence names. */
export function resultDecoder({ ontology, view }: PlanParts, find: FindNode): Decoder {
  const decoder: Decoder = {
    ontology,
    find,
    evidence: view.evidence,
    node: (columns, fields) => decodeNode(decoder, columns, fields),
    edge: (columns, fields, position) =>
      Object.fromEntries(fields.map((field, i) => [field.as, decodeEdgeField(decoder, columns, field, i, position)])),
  };
  return decoder;
}

function decodeNode(decoder: Decoder, columns: Columns, fields: readonly NodeField[]): object {
  const type = String(columns["type"]);
  const result: Record<string, unknown> = { $type: type };
  const read = propertyReader(decoder, columns);
  for (const [i, field] of fields.entries()) {
    if (field.on !== null && !field.on.includes(type)) continue;
    result[field.as] = decodeNodeField(decoder, columns, field, columns[fieldName(i)], read);
  }
  return result;
}

function decodeNodeField(
  decoder: Decoder,
  columns: Columns,
  field: NodeField,
  own: unknown,
  read: (name: string) => unknown,
): unknown {
  switch (field.kind) {
    case "property":
      return NODE_BUILTINS.has(field.name) ? (columns[field.name] ?? null) : read(field.name);
    case "records":
      return decodeNodeRecords(decoder, field, columns, own);
    case "expand":
      return decodeConnection(decoder, field, own as Columns);
    case "one": {
      const [edge] = own as readonly Columns[];
      return edge === undefined ? null : decoder.edge(edge, field.fields, NOWHERE);
    }
  }
}

function decodeEdgeField(decoder: Decoder, columns: Columns, field: EdgeField, i: number, position: Position): unknown {
  const own = columns[fieldName(i)];
  switch (field.kind) {
    case "property":
      return decodeEdgeProperty(decoder, columns, field.name);
    case "records":
      return decodeEdgeRecords(decoder, field, columns);
    case "cursor":
      return position.key;
    case "matched":
      return position.matched;
    case "paragraph":
    case "passage":
      return null;
    case "self":
      return decoder.edge(own as Columns, field.fields, NOWHERE);
    case "end":
      return decoder.node(own as Columns, field.fields);
  }
}

const NODE_BUILTINS: ReadonlySet<string> = new Set(["id", "type"]);
const EDGE_BUILTINS: ReadonlySet<string> = new Set([
  "id",
  "type",
  "key",
  "date",
  "from",
  "until",
  "modality",
  "rank",
  "known",
  "corroboration",
]);

/** A property of an edge: null where missing, [] where a list is. */
function decodeEdgeProperty({ ontology, evidence }: Decoder, columns: Columns, name: string): unknown {
  if (name === "derivedFrom") return columns["derivedFrom"] ?? [];
  if (evidence !== null && (name === "known" || name === "corroboration")) {
    return standingOf(decodeFooting(columns, evidence), evidence.published)[name];
  }
  if (EDGE_BUILTINS.has(name)) return columns[name] ?? null;
  const definition = edgeProperties(ontology, String(columns["type"])).find((one) => one.name === name);
  if (definition === undefined) return null;
  return decodeProperty(columns, definition, ontology) ?? (definition.list ? [] : null);
}
