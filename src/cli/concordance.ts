import type { Config } from "../config/config.js";
import type { Compiled } from "../dossier/compile.js";
import { readText, readTexts } from "../dossier/read-texts.js";
import type { PassageText } from "../engine/memory/passages.js";
import { CONCORDANCE, concordanceInfo, concordanceTexts } from "../graph/concordance.js";
import type { Concordance, ConcordanceInfo, TextWords } from "../graph/concordance.js";
import { digestParagraphs, textWords } from "../graph/encode-concordance.js";
import type { Graph } from "../graph/graph.js";
import { problemsIn } from "./compile.js";
import type { Io, Say } from "./io.js";
import { requireFolder } from "./settings.js";
import { counted } from "./statistics.js";

/** Indexes every text that the dossiers name. @throws InputError with every one that cannot be read, where its source names it */
export async function indexTexts(
  compiled: Compiled,
  folder: string,
  config: Config,
  io: Pick<Io, "cwd">,
): Promise<readonly TextWords[]> {
  const { texts, problems } = await readTexts(compiled, folder);
  if (problems.length > 0) throw problemsIn(problems, config, io);
  return [...texts].map(([source, paragraphs]) =>
    textWords(source, compiled.texts.get(source)?.name ?? "", paragraphs),
  );
}

/**
 * What a graph that is built anew keeps of the concordance of the one before: every text that its sources still name. What that leaves out,
 * or never had, is said.
 */
export function keptTexts(before: Concordance, { texts: named }: Compiled, say: Say): readonly TextWords[] {
  const byFile = new Map(concordanceTexts(before).map((text) => [text.file, text]));
  const files = new Set([...named.values()].map(({ name }) => name));
  const dropped = [...byFile.keys()].filter((file) => !files.has(file));
  const missing = [...files].filter((file) => !byFile.has(file));
  if (dropped.length > 0) say(`the concordance loses what no source names any more: ${dropped.join(", ")}`);
  if (missing.length > 0) {
    say(`the concordance does not have ${missing.join(", ")}: \`plenary build --texts FOLDER\` makes one that has`);
  }
  return [...named].flatMap(([source, { name }]) => {
    const text = byFile.get(name);
    return text === undefined ? [] : [{ ...text, source }];
  });
}

/**
 * The texts in the folder that TEXTS names, read once. A text other than the one that was indexed shows nothing, and that is said.
 *
 * @throws CliError where there is no such folder
 */
export async function openPassages({ texts: folder }: Config, of: Concordance | null, say: Say): Promise<PassageText> {
  if (folder === null) return () => null;
  await requireFolder(folder, "TEXTS");
  if (of === null) say("TEXTS is set, but the graph has no concordance: `plenary build --texts FOLDER` makes one");
  const texts = new Map<string, readonly string[]>();
  for (const { source, file, digest } of of?.texts ?? []) {
    const text = await readText(folder, file);
    if (typeof text !== "string" && digestParagraphs(text) === digest) texts.set(source, text);
    else {
      const why = typeof text === "string" ? text : `the text "${file}" is not the one that was indexed`;
      say(`TEXTS: ${why}: passages of ${source} are found, and not shown`);
    }
  }
  return (source, paragraph) => texts.get(source)?.[paragraph - 1] ?? null;
}

/** How large the concordance of a graph is, and how many bytes of the snapshot it takes; null where it has none. */
export function concordanceSize({
  concordance,
  sections,
}: Graph): (ConcordanceInfo & { readonly bytes: number }) | null {
  if (concordance === null) return null;
  const bytes = Object.values(CONCORDANCE).reduce((sum, name) => sum + (sections.get(name)?.byteLength ?? 0), 0);
  return { ...concordanceInfo(concordance), bytes };
}

/** The same in words. */
export function describeConcordance(size: ReturnType<typeof concordanceSize>): string {
  if (size === null) return "no concordance";
  const { sources, passages, words, bytes } = size;
  const counts = [counted(passages, "passage"), counted(words, "word"), counted(bytes, "byte")];
  return `a concordance of ${counted(sources, "text")} (${counts.join(", ")})`;
}
