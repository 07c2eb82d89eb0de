import type { Ontology, PropertyDefinition } from "../../ontology/model.js";
import type { EdgeField, NodeField } from "../../plan/plan.js";
import { edgeProperties, nodeProperties } from "../../store/neo4j/elements.js";
import { type Columns, decodeProperty } from "../../store/neo4j/values.js";
import { decodeConnection } from "./decode-connection.js";
import { decodeRecords } from "./decode-records.js";
import { type Decoder, type FindNode, NOWHERE, type Position } from "./decoder.js";
import { fieldName } from "./element.js";

/** A decoder of results. `find` gives the nodes that evidence names. */
export function resultDecoder(ontology: Ontology, find: FindNode): Decoder {
  const decoder: Decoder = {
    ontology,
    find,
    node: (columns, fields) => decodeNode(decoder, columns, fields),
    edge: (columns, fields, position) =>
      Object.fromEntries(fields.map((field, i) => [field.as, decodeEdgeField(decoder, columns, field, i, position)])),
  };
  return decoder;
}

function decodeNode(decoder: Decoder, columns: Columns, fields: readonly NodeField[]): object {
  const type = String(columns["type"]);
  const result: Record<string, unknown> = { $type: type };
  for (const [i, field] of fields.entries()) {
    if (field.on !== null && !field.on.includes(type)) continue;
    result[field.as] = decodeNodeField(decoder, type, columns, field, columns[fieldName(i)]);
  }
  return result;
}

function decodeNodeField(decoder: Decoder, type: string, columns: Columns, field: NodeField, own: unknown): unknown {
  switch (field.kind) {
    case "property":
      return decodeOwn(decoder, columns, field.name, nodeProperties(decoder.ontology, type), NODE_BUILTINS);
    case "records":
      return decodeRecords(decoder, field.name, field.fields, columns, own);
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
    case "property": {
      const definitions = edgeProperties(decoder.ontology, String(columns["type"]));
      if (field.name === "derivedFrom") return columns["derivedFrom"] ?? [];
      return decodeOwn(decoder, columns, field.name, definitions, EDGE_BUILTINS);
    }
    case "records":
      return decodeRecords(decoder, field.name, field.fields, columns, own);
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

/** A property as recorded: null where missing, [] where a list is. */
function decodeOwn(
  { ontology }: Decoder,
  columns: Columns,
  name: string,
  definitions: readonly PropertyDefinition[],
  builtins: ReadonlySet<string>,
): unknown {
  if (builtins.has(name)) return columns[name] ?? null;
  const definition = definitions.find((one) => one.name === name);
  if (definition === undefined) return null;
  return decodeProperty(columns, definition, ontology) ?? (definition.list ? [] : null);
}
