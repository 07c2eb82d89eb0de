import type { EdgeRecord } from "./record.js";

/** The relationship type that an edge's id names; the empty text where it is no edge's. */
export function typeOf(id: string): string {
  return id.split("/", 2)[1] ?? "";
}

/** The ids of the subject and the object that an edge's id names. */
export function endsOf(id: string): readonly [subject: string, object: string] {
  const [subject = "", , object = ""] = id.split("/", 3);
  return [subject, object];
}

/** The id of an edge: `subject/TYPE/object`, or `subject/TYPE/object/key` where several share these ends and type. */
export function edgeId(edge: Pick<EdgeRecord, "subject" | "type" | "object" | "key">): string {
  const id = `${edge.subject}/${edge.type}/${edge.object}`;
  return edge.key === undefined ? id : `${id}/${edge.key}`;
}
