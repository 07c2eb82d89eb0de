import type { PathsAnswer } from "../api/types.js";
import { citedList, type Cited, type Citation } from "../list/cited.js";
import type { Shown } from "../graph/shown.js";
import { modalityWord, qualities, title, when, words } from "../words.js";

/** What an export is headed by. */
export interface Heading {
  readonly title: string;
  /** The filters in words. */
  readonly filters: readonly string[];
  readonly snapshot: string;
}

/** The view as Markdown: its edges by relationship, its paths, and numbered citations at the end. */
export function markdownOf(heading: Heading, { links, nodes }: Shown, paths: PathsAnswer | null): string {
  const { sections, citations } = citedList(links);
  const joined = new Set(links.flatMap(({ subject, object }) => [subject.id, object.id]));
  const alone = nodes.filter(({ id }) => !joined.has(id));
  return (
    [
      `# ${plain(heading.title)}`,
      [`Snapshot \`${heading.snapshot}\``, ...heading.filters].join("; ") + ".",
      ...(paths?.paths ?? []).map((path, index) => {
        const names = path.nodes.map(({ name }) => plain(name)).join(" – ");
        return `Path ${String(index + 1)}: ${names}`;
      }),
      ...sections.flatMap(({ type, items }) => [`## ${title(type)}`, items.map(line).join("\n")]),
      ...(alone.length === 0 ? [] : ["## Also here", alone.map(({ name }) => `- ${plain(name)}`).join("\n")]),
      ...(citations.length === 0 ? [] : ["## Sources", citations.map(source).join("\n")]),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

function line({ link, numbers }: Cited): string {
  const happened = link.modality === "ACTUAL" ? "" : `(${modalityWord(link.modality)}) `;
  const details = [...qualities(link), when(link)].filter((text) => text !== "");
  const notes = numbers.map((number) => `[${String(number)}]`).join("");
  const about = details.length === 0 ? "" : ` (${plain(details.join(", "))})`;
  return `- **${plain(link.subject.name)}** ${happened}${words(link.type)} **${plain(link.object.name)}**${about} ${notes}`.trimEnd();
}

function source({ number, text, url }: Citation): string {
  return `${String(number)}. ${plain(text)}${url === null ? "" : ` <${url}>`}`;
}

/** Text in which Markdown sees no marks. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\s+/g, " ");
}
