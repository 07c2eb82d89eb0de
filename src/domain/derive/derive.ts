import type { GraphRecords } from "../../graph/record.js";
import type { Ontology } from "../../ontology/model.js";

export function derive(records: GraphRecords, _ontology: Ontology): GraphRecords {
  return records;
}
