import { MODALITIES, RANKS } from "../ontology/model.js";
import type { Ontology } from "../ontology/model.js";
import { EdgeEncoder } from "./encode-edges.js";
import { encodeNodes } from "./encode-nodes.js";
import type { EncodedNodes } from "./encode-nodes.js";
import { EvidenceEncoder } from "./encode-records.js";
import { hashGraph } from "./hash-graph.js";
import type { Graph } from "./model.js";
import { openGraph } from "./open.js";
import type { EdgeRecord, NodeRecord } from "./record.js";
import { SectionWriter } from "./section-writer.js";
import { compareText } from "./text.js";

/**
 * Builds the graph of some records, in whatever order they come. The same records give the same graph, byte for byte.
 *
 * @param snapshot the id that the graph is to have, where it goes by that of another: a part of a graph has that of the whole
 * @throws RangeError where the records do not fit the ontology or each other: an unknown type or property, a value of another type,
 *   an edge or evidence that refers to a node that is not there, an id given twice, an edge id that does not say its ends
 */
export function buildGraph(
  records: { readonly nodes: Iterable<NodeRecord>; readonly edges: Iterable<EdgeRecord> },
  ontology: Ontology,
  snapshot?: string,
): Graph {
  const builder = new GraphBuilder(records.nodes, ontology);
  for (const edge of records.edges) builder.edge(edge);
  return builder.finish(snapshot);
}

/**
 * Builds a graph of which only the nodes stand in memory as records: edges are taken one at a time, so that they may come from a file of
 * any size. Throws as {@link buildGraph} does.
 */
export class GraphBuilder {
  readonly #ontology: Ontology;
  readonly #writer = new SectionWriter();
  readonly #nodes: EncodedNodes;
  readonly #edges: EdgeEncoder;

  /** @param nodes all of them, for edges and evidence to refer to */
  constructor(nodes: Iterable<NodeRecord>, ontology: Ontology) {
    this.#ontology = ontology;
    const numbers = new Map<string, number>();
    const evidence = new EvidenceEncoder(this.#writer, (id) => {
      const node = numbers.get(id);
      if (node === undefined) throw new RangeError(`There is no node "${id}".`);
      return node;
    });
    this.#nodes = encodeNodes(this.#writer, evidence, sortById([...nodes]), ontology, numbers);
    this.#edges = new EdgeEncoder(this.#writer, evidence, this.#nodes, ontology);
  }

  /** Adds an edge. It is not kept. */
  edge(record: EdgeRecord): void {
    this.#edges.add(record);
  }

  /** The graph of all that was added. May be called once. */
  finish(snapshot?: string): Graph {
    for (const name of namesOf(this.#ontology)) this.#writer.strings.add(name);
    this.#writer.sortStrings();
    this.#nodes.encodeKeys();
    this.#edges.write();
    const graph = openGraph(this.#writer.sections(), snapshot ?? "", this.#ontology);
    return snapshot === undefined ? { ...graph, snapshot: hashGraph(graph) } : graph;
  }
}

/** Names that properties may hold: having codes for them lets every text be compared by its code. */
function namesOf(ontology: Ontology): readonly string[] {
  const values = [...ontology.enums.values()].flatMap((definition) => definition.values.map((value) => value.name));
  return [...values, ...ontology.concrete, ...ontology.relationships.keys(), ...MODALITIES, ...RANKS];
}

function sortById(records: readonly NodeRecord[]): readonly NodeRecord[] {
  const sorted = records.toSorted((a, b) => compareText(a.id, b.id));
  sorted.forEach((record, index) => {
    if (index > 0 && sorted[index - 1]?.id === record.id) throw new RangeError(`"${record.id}" is given twice.`);
  });
  return sorted;
}
