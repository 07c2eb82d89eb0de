import type { Ontology } from "../ontology/model.js";
import { u32 } from "./arrays.js";
import { openColumn } from "./column.js";
import type { Column } from "./column.js";
import { openConcordance } from "./concordance.js";
import type {
  Adjacency,
  BasisTable,
  DegreeStatistics,
  Graph,
  ListTable,
  RelationshipTable,
  TypeTable,
} from "./model.js";
import { bytes, words } from "./sections.js";
import type { Sections } from "./sections.js";
import { countStances } from "./stance.js";
import { Strings } from "./strings.js";

/** The graph that some sections hold: views of them, nothing is copied. */
export function openGraph(sections: Sections, snapshot: string, ontology: Ontology): Graph {
  const id = words(sections, "node.id");
  const types = openTypes(sections, ontology);
  const bySubject = words(sections, "node.bySubject");
  const subject = words(sections, "edge.subject");
  const relationshipSizes = words(sections, "relationship.size");
  const count = relationshipSizes.reduce((sum, size) => sum + size, 0);
  // Stances of a graph without any but the first are not stored, and reading them goes through every edge.
  const stance = padded(bytes(sections, "edge.stance"), count);
  return {
    snapshot,
    ontology,
    strings: new Strings(bytes(sections, "strings.bytes"), words(sections, "strings.offsets")),
    nodes: {
      count: id.length,
      id,
      type: typeOfNode(types, id.length),
      byId: words(sections, "node.byId"),
      bySubject,
      subjectRank: invert(bySubject),
      evidence: words(sections, "node.evidence"),
      basis: openBasis(sections, "node.basis"),
    },
    types,
    edges: {
      count,
      subject,
      object: words(sections, "edge.object"),
      stance,
      evidence: words(sections, "edge.evidence"),
      basis: openBasis(sections, "edge.basis"),
      derivedFrom: openList(sections, "edge.derivedFrom"),
    },
    relationships: openRelationships(sections, relationshipSizes, stance, ontology),
    evidence: {
      source: words(sections, "evidence.source"),
      paragraph: words(sections, "evidence.paragraph"),
      row: words(sections, "evidence.row"),
      page: words(sections, "evidence.page"),
      symbol: words(sections, "evidence.symbol"),
      section: words(sections, "evidence.section"),
      quote: words(sections, "evidence.quote"),
      wording: words(sections, "evidence.wording"),
      attributedTo: openList(sections, "evidence.attributedTo"),
      reportedBy: openList(sections, "evidence.reportedBy"),
    },
    aliases: {
      owner: words(sections, "alias.owner"),
      text: words(sections, "alias.text"),
      kind: bytes(sections, "alias.kind"),
      from: words(sections, "alias.from"),
      until: words(sections, "alias.until"),
      evidence: words(sections, "alias.evidence"),
    },
    claims: {
      owner: words(sections, "claim.owner"),
      property: words(sections, "claim.property"),
      value: words(sections, "claim.value"),
      rank: bytes(sections, "claim.rank"),
      reason: words(sections, "claim.reason"),
      evidence: words(sections, "claim.evidence"),
    },
    concordance: openConcordance(sections),
    sections,
  };
}

function openTypes(sections: Sections, ontology: Ontology): readonly TypeTable[] {
  const sizes = words(sections, "type.size");
  let start = 0;
  return ontology.concrete.map((name, index) => {
    const properties = (ontology.types.get(name)?.properties ?? []).filter((property) => property.name !== "id");
    const columns = new Map<string, Column>();
    const keys = new Map<string, Uint32Array>();
    for (const property of properties) {
      columns.set(property.name, openColumn(sections, `type/${name}/${property.name}`, property, ontology));
      if (property.unique) keys.set(property.name, words(sections, `key/${name}/${property.name}`));
    }
    const table = { name, start, end: start + u32(sizes, index), columns, keys };
    start = table.end;
    return table;
  });
}

function openRelationships(
  sections: Sections,
  sizes: Uint32Array,
  stance: Uint8Array,
  ontology: Ontology,
): ReadonlyMap<string, RelationshipTable> {
  let start = 0;
  const tables = [...ontology.relationships.values()].map((definition, index): [string, RelationshipTable] => {
    const { type } = definition;
    const name = `relationship/${type}`;
    const set = definition.properties === null ? undefined : ontology.propertySets.get(definition.properties);
    const properties = set?.properties ?? [];
    const end = start + u32(sizes, index);
    const first = words(sections, `${name}.first`);
    const table: RelationshipTable = {
      type,
      start,
      end,
      key: words(sections, `${name}.key`),
      date: words(sections, `${name}.date`),
      from: words(sections, `${name}.from`),
      until: words(sections, `${name}.until`),
      columns: new Map(properties.map((p) => [p.name, openColumn(sections, `${name}/${p.name}`, p, ontology)])),
      out: adjacency(u32(first, 0), words(sections, `${name}.out`), null),
      in: adjacency(u32(first, 1), words(sections, `${name}.in`), words(sections, `${name}.in.edges`)),
      stances: countStances(stance.subarray(start, end)),
    };
    start = end;
    return [type, table];
  });
  return new Map(tables);
}

function adjacency(first: number, offsets: Uint32Array, edges: Uint32Array | null): Adjacency {
  return { first, offsets, edges, degrees: degreesOf(offsets) };
}

function degreesOf(offsets: Uint32Array): DegreeStatistics {
  let nodes = 0;
  let max = 0;
  for (let i = 1; i < offsets.length; i++) {
    const degree = u32(offsets, i) - u32(offsets, i - 1);
    if (degree > 0) nodes++;
    if (degree > max) max = degree;
  }
  const edges = u32(offsets, offsets.length - 1) - u32(offsets, 0);
  return { nodes, mean: nodes === 0 ? 0 : edges / nodes, max };
}

function openBasis(sections: Sections, name: string): BasisTable {
  return {
    owner: words(sections, `${name}.owner`),
    of: words(sections, `${name}.of`),
    basis: bytes(sections, `${name}.basis`),
    reason: words(sections, `${name}.reason`),
  };
}

function openList(sections: Sections, name: string): ListTable {
  return { owner: words(sections, `${name}.owner`), item: words(sections, `${name}.item`) };
}

function typeOfNode(types: readonly TypeTable[], count: number): Uint16Array {
  const typeOf = new Uint16Array(count);
  types.forEach((type, index) => typeOf.fill(index, type.start, type.end));
  return typeOf;
}

function invert(permutation: Uint32Array): Uint32Array {
  const inverse = new Uint32Array(permutation.length);
  for (let i = 0; i < permutation.length; i++) inverse[u32(permutation, i)] = i;
  return inverse;
}

function padded(section: Uint8Array, length: number): Uint8Array {
  return section.length === length ? section : new Uint8Array(length);
}
