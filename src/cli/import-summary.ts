import type { FileSummary, Remark, Tallied } from "../import/input/ledger.js";
import type { Difference, Differences } from "./difference.js";
import { counted, grouped } from "./statistics.js";

/** What became of the records of each file, in words: a line a file, and one for each reason below it. */
export function describeFiles(files: readonly FileSummary[]): string {
  return files.map(describeFile).join("");
}

function describeFile({ file, read, kept, skipped, notes }: FileSummary): string {
  const left = read - kept;
  const counts = `${grouped(read)} read, ${grouped(kept)} kept${left === 0 ? "" : `, ${grouped(left)} skipped`}`;
  return [
    `${file}: ${counts}`,
    ...skipped.map((tallied) => `  skipped ${describeTallied(tallied)}`),
    ...notes.map((tallied) => `  note, ${describeTallied(tallied)}`),
    "",
  ].join("\n");
}

function describeTallied({ reason, count, first }: Tallied): string {
  const more = count > first.length ? "; …" : "";
  return `${grouped(count)}: ${reason} (${first.map(describeRemark).join("; ")}${more})`;
}

function describeRemark({ line, detail }: Remark): string {
  return detail === undefined || detail === "" ? `line ${line}` : `line ${line}: ${detail}`;
}

/** What would become of a snapshot; null where there is none. */
export function describeDifferences(differences: Differences | null): string {
  if (differences === null) return "there is no snapshot to compare it with; nothing was written\n";
  const { nodes, links } = differences;
  if (nodes.length + links.length === 0) return "the snapshot would stay as it is\n";
  return [
    "against the snapshot, of which nothing was changed:",
    ...nodes.map((difference) => describeDifference(difference, "node")),
    ...links.map((difference) => describeDifference(difference, "link")),
    "",
  ].join("\n");
}

function describeDifference({ type, added, changed, removed }: Difference, thing: string): string {
  const parts = [
    ...(added === 0 ? [] : [`${grouped(added)} added`]),
    ...(changed === 0 ? [] : [`${grouped(changed)} changed`]),
    ...(removed === 0 ? [] : [`${grouped(removed)} removed`]),
  ];
  return `  ${type} (${counted(added + changed + removed, thing)}): ${parts.join(", ")}`;
}
