import { readBasis } from "../dossier/basis.js";
import type { Position, Report } from "../dossier/problem.js";
import { checkKeys, readMap, readSlug, readText } from "../dossier/reading.js";
import type { Reading } from "../dossier/reading.js";
import { SOURCE } from "../dossier/source.js";
import { didYouMeanOr } from "../dossier/suggest.js";
import type { Entry, MapTree, Tree } from "../dossier/tree.js";
import { readProperties } from "../dossier/value.js";
import { parseYaml } from "../dossier/yaml.js";
import type { Ontology } from "../ontology/model.js";
import type { Importer, NodeDraft } from "./importer.js";

/** What a manifest says of one dataset. */
export interface Dataset {
  readonly importer: Importer;
  /** The Source that the evidence of the dataset names, with what it covers now that the dataset is imported whole. */
  readonly source: NodeDraft;
  readonly files: readonly NamedFiles[];
}

/** The files of one kind, as the manifest names them. */
export interface NamedFiles {
  /** The name of an `InputKind`. */
  readonly kind: string;
  /** A path, or one with `*` in its last part for all files there whose names fit. */
  readonly pattern: string;
  readonly at: Position;
}

/**
 * Reads a manifest: a list of datasets, each `{ importer, files: { kind: path or list of paths }, source: … }`, with the source written
 * as in a dossier. All mistakes are reported; what is returned means something only where there are none.
 *
 * @param name what positions call the file
 */
export function readManifest(
  name: string,
  text: string,
  importers: readonly Importer[],
  ontology: Ontology,
  report: Report,
): readonly Dataset[] {
  const parsed = parseYaml(name, text, report);
  if (parsed === null) return [];
  const { tree, position } = parsed;
  const reading: Reading = {
    ontology,
    position,
    report: ({ at }, message) => {
      report(position(at), message);
    },
    place: () => undefined,
    refer: () => undefined,
  };
  if (tree.kind !== "list") {
    reading.report(tree, "a manifest is a list of datasets; begin each with - importer:");
    return [];
  }
  return tree.items.flatMap((item) => readDataset(item, importers, reading) ?? []);
}

function readDataset(tree: Tree, importers: readonly Importer[], reading: Reading): Dataset | null {
  const map = readMap(tree, "a dataset with importer, files and source", reading);
  if (map === null) return null;
  checkKeys(map, ["importer", "files", "source"], "a dataset", reading);
  const importer = readImporter(map, importers, reading);
  const source = readSource(map, reading);
  const files = importer === null ? [] : readFiles(map, importer, reading);
  return importer === null || source === null ? null : { importer, source, files };
}

function readImporter(map: MapTree, importers: readonly Importer[], reading: Reading): Importer | null {
  const name = readText(map, "importer", reading);
  const entry = map.entries.get("importer");
  if (entry === undefined) reading.report(map, "a dataset names the importer that reads it; add importer: …");
  if (name === undefined || entry === undefined) return null;
  const importer = importers.find((candidate) => candidate.name === name);
  if (importer !== undefined) return importer;
  const names = importers.map((candidate) => candidate.name);
  reading.report(entry.value, `unknown importer "${name}"${didYouMeanOr(name, names)}`);
  return null;
}

function readSource(map: MapTree, reading: Reading): NodeDraft | null {
  const entry = map.entries.get("source");
  if (entry === undefined) {
    reading.report(
      map,
      "a dataset says what its evidence comes from; add source: { id: …, name: …, licence: …, covers: … }",
    );
    return null;
  }
  const source = readMap(entry.value, "a source with id and name", reading);
  if (source === null) return null;
  const definitions = reading.ontology.types.get(SOURCE)?.properties.filter(({ name }) => name !== "id") ?? [];
  const names = definitions.map(({ name }) => name);
  checkKeys(source, ["id", "basis", ...names], "a source", reading);
  for (const key of ["id", "name"]) {
    if (!source.entries.has(key)) reading.report(source, `a source has no "${key}"; add it`);
  }
  const id = readSlug(source, "id", reading);
  const { name, ...properties } = readProperties(source, definitions, reading);
  const basis = readBasis(source, names, reading);
  if (id === undefined || typeof name !== "string") return null;
  return { id, type: SOURCE, name, properties, basis, evidence: [], replaces: ["covers"] };
}

function readFiles(map: MapTree, importer: Importer, reading: Reading): readonly NamedFiles[] {
  const kinds = importer.inputs.map(({ name }) => name);
  const entry = map.entries.get("files");
  const files = entry === undefined ? null : readMap(entry.value, `a map with ${kinds.join(", ")}`, reading);
  if (entry === undefined) reading.report(map, `a dataset names its files; add files: { ${kinds.join(": …, ")}: … }`);
  if (files === null) return [];
  checkKeys(files, kinds, `the files of ${importer.name}`, reading);
  for (const { name, title, optional } of importer.inputs) {
    if (optional !== true && !files.entries.has(name)) {
      reading.report(files, `${importer.name} needs "${name}" (${title}); add it`);
    }
  }
  return [...files.entries.values()].flatMap((kind) => readPatterns(kind, reading));
}

function readPatterns({ name, value }: Entry, reading: Reading): readonly NamedFiles[] {
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind !== "text" || item.text.trim() === "") {
      reading.report(item, `"${name}" is a path or a list of paths, such as data/*.json`);
      return [];
    }
    if (item.text.split("/").slice(0, -1).join("/").includes("*")) {
      reading.report(
        item,
        `"${item.text}" has a * in the name of a folder; it may stand for part of a file's name only`,
      );
      return [];
    }
    return [{ kind: name, pattern: item.text, at: reading.position(item.at) }];
  });
}
