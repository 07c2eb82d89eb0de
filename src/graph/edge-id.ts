import type { EdgeRecord } from "./record.js";

/** The id of an edge: `subject/TYPE/object`, or `subject/TYPE/object/key` where several share these ends and type. */
export function edgeId(edge: Pick<EdgeRecord, "subject" | "type" | "object" | "key">): string {
  const id = `${edge.subject}/${edge.type}/${edge.object}`;
  return edge.key === undefined ? id : `${id}/${edge.key}`;
}
