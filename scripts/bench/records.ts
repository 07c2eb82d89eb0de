import { edgeId } from "../../src/graph/edge-id.js";
import type { EdgeRecord, NodeRecord } from "../../src/graph/record.js";

/** A made-up node of which nothing is told but what is given. */
export function bareNode(
  id: string,
  type: string,
  properties: NodeRecord["properties"],
  rest: Partial<NodeRecord> = {},
): NodeRecord {
  return { id, type, properties, aliases: [], basis: [], evidence: [], claims: [], ...rest };
}

/** A made-up edge of modality ACTUAL and rank NORMAL, unless something else is given. Its id follows from its ends. */
export function bareEdge(
  subject: string,
  type: string,
  object: string,
  rest: Partial<Omit<EdgeRecord, "id" | "subject" | "type" | "object">> = {},
): EdgeRecord {
  const ends = { subject, type, object, ...(rest.key === undefined ? {} : { key: rest.key }) };
  const neutral = { modality: "ACTUAL", rank: "NORMAL", properties: {}, basis: [], evidence: [] } as const;
  return { id: edgeId(ends), ...ends, ...neutral, ...rest };
}
