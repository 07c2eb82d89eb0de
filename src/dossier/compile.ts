import { applyRules } from "../domain/rules.js";
import type { GraphRecords } from "../graph/record.js";
import type { Ontology } from "../ontology/model.js";
import { completeNode } from "./complete.js";
import { listDossierFiles, readDossierFile, TOP } from "./files.js";
import type { DossierFile } from "./files.js";
import { hashFiles } from "./hash.js";
import { mergeEdges } from "./merge-edges.js";
import { mergeNodes } from "./merge-nodes.js";
import { readParts } from "./node.js";
import type { Part } from "./node.js";
import { Placing } from "./places.js";
import { compareProblems } from "./problem.js";
import type { Places, Position, Problem, Report } from "./problem.js";
import type { Reading, Reference } from "./reading.js";
import { settleClaims } from "./settle.js";
import type { Tree } from "./tree.js";
import { checkEnds } from "./validate/ends.js";
import { checkReferences } from "./validate/references.js";
import { checkSingle } from "./validate/single.js";
import { checkUnique } from "./validate/unique.js";
import { parseYaml } from "./yaml.js";
import type { ParsedFile } from "./yaml.js";

/** What a directory of dossiers says. */
export interface Compiled {
  /** The graph, derived edges included. Means something only where there are no problems. */
  readonly records: GraphRecords;
  /** As `hashDossiers` gives for the files read. */
  readonly hash: string;
  /** Everything that is wrong, by file and line. */
  readonly problems: readonly Problem[];
  /** Where each record of `records` that was written, and each of its parts, is written. */
  readonly places: Places;
  /** The texts of sources, by the source's id. */
  readonly texts: ReadonlyMap<string, SourceText>;
}

/** The file that holds a source's text, and where a dossier says so. */
export interface SourceText {
  readonly name: string;
  readonly at: Position;
}

/**
 * Compiles a directory of dossiers to the records of a graph. All problems are found in one go; what a problem makes impossible
 * to judge is left unjudged rather than reported twice. The same content gives the same records, however it is spread over files.
 */
export async function compileDossiers(directory: string, ontology: Ontology): Promise<Compiled> {
  const problems: Problem[] = [];
  const report: Report = (at, message) => problems.push({ ...at, message });
  const files = await readFiles(directory, report);
  const compiled = compileFiles(files, ontology, report, problems.length === 0);
  return { ...compiled, hash: hashFiles(files), problems: problems.sort(compareProblems) };
}

async function readFiles(directory: string, report: Report): Promise<readonly DossierFile[]> {
  const names = await listDossierFiles(directory, report);
  const files: DossierFile[] = [];
  for (const name of names) {
    const file = await readDossierFile(directory, name, report);
    if (file !== null) files.push(file);
  }
  return files;
}

function compileFiles(
  files: readonly DossierFile[],
  ontology: Ontology,
  report: Report,
  allRead: boolean,
): Pick<Compiled, "records" | "places" | "texts"> {
  const placing = new Placing();
  const parsed = files.flatMap(({ name, text }) => parseYaml(name, text, report) ?? []);
  const typeOf = indexTypes(parsed);
  const { parts, references } = readAll(parsed, typeOf, ontology, placing, report);
  const nodes = mergeNodes(parts, placing, report)
    .map((node) => settleClaims(node, placing, report))
    .map((node) => completeNode(node, ontology, placing, report));
  const edges = mergeEdges(
    parts.flatMap((part) => part.edges),
    ontology,
    placing,
    report,
  );
  // What a file that cannot be read defines is unknown, not missing.
  if (allRead && parsed.length === files.length) checkReferences(references, typeOf, ontology, report);
  checkEnds(edges, typeOf, ontology, placing, report);
  checkSingle(edges, ontology, placing, report);
  checkUnique(nodes, ontology, placing, report);
  const { records, violations } = applyRules({ nodes, edges }, ontology);
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  for (const { id, message } of violations) {
    const edge = byId.get(id);
    report(edge === undefined ? TOP : placing.get(edge), message);
  }
  return { records, places: placing.places, texts: indexTexts(parts) };
}

/** The type that each id is given where it is first defined, valid or not, so that files can be read in any order. */
function indexTypes(files: readonly ParsedFile[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { tree } of files) {
    if (tree.kind !== "list") continue;
    for (const item of tree.items) {
      const id = textOf(item, "id");
      if (id !== null && !types.has(id)) types.set(id, textOf(item, "type") ?? "");
    }
  }
  return types;
}

function textOf(tree: Tree, key: string): string | null {
  const value = tree.kind === "map" ? tree.entries.get(key)?.value : undefined;
  return value?.kind === "text" ? value.text : null;
}

function readAll(
  files: readonly ParsedFile[],
  typeOf: ReadonlyMap<string, string>,
  ontology: Ontology,
  placing: Placing,
  report: Report,
): { readonly parts: readonly Part[]; readonly references: readonly Reference[] } {
  const references: Reference[] = [];
  const parts = files.flatMap(({ tree, position }) => {
    const reading: Reading = {
      ontology,
      position,
      report: ({ at }, message) => {
        report(position(at), message);
      },
      place: (record, { at }) => {
        placing.set(record, position(at));
      },
      refer: (id, role, { at }) => references.push({ id, role, at: position(at) }),
    };
    return readParts(tree, (id) => typeOf.get(id), reading);
  });
  return { parts, references };
}

function indexTexts(parts: readonly Part[]): ReadonlyMap<string, SourceText> {
  const texts = new Map<string, SourceText>();
  for (const part of parts) {
    if (part.kind === "definition" && part.text !== null) texts.set(part.id, part.text);
  }
  return texts;
}
