import type { Group } from "../graph/groups.js";
import { groupText } from "../graph/groups.js";
import type { Disputed } from "../graph/marks.js";
import type { Shown } from "../graph/shown.js";
import { counted, modalityWord, qualities, title, when, words } from "../words.js";

/** What the picture shows, where something of it is to be told in words. */
export interface Told {
  readonly shown: Shown;
  readonly groups: readonly Group[];
  readonly disputed: Disputed;
}

/**
 * What a screen reader says of a node, an edge with who says so, or a group; null for what is not there. For example "China, State, 2
 * edges here" or "possible: China blocked Referral of North Korea, veto. 2 passages: …".
 */
export function spoken(id: string, { shown, groups, disputed }: Told): string | null {
  const group = groups.find((other) => other.id === id);
  if (group !== undefined) return `Group of edges. ${groupText(group)}`;
  const node = shown.nodes.find((other) => other.id === id);
  if (node !== undefined) {
    const edges = shown.links.filter(({ subject, object }) => subject.id === id || object.id === id).length;
    const dispute = disputed.nodes.has(id) ? ", disputed" : "";
    return `${node.name}, ${title(node.__typename)}, ${counted(edges, "edge")} here${dispute}`;
  }
  const link = shown.links.find((other) => other.id === id);
  if (link === undefined) return null;
  const happened = link.modality === "ACTUAL" ? "" : `${modalityWord(link.modality)}: `;
  const details = [...qualities(link), when(link), disputed.links.has(id) ? "in dispute" : ""].filter(
    (part) => part !== "",
  );
  const sources = [...new Set(link.evidence.map(({ citation }) => citation))];
  return [
    [`${happened}${link.subject.name} ${words(link.type)} ${link.object.name}`, ...details].join(", "),
    ...(sources.length === 0 ? [] : [`${counted(sources.length, "passage")}: ${sources.join("; ")}`]),
  ].join(". ");
}
