import { MultiDirectedGraph } from "graphology";
import { parse } from "graphology-graphml";
import type { Attributes } from "graphology-types";
import sax from "sax";
import { expect } from "vitest";

import type { EdgeRecord, GraphRecords, NodeRecord } from "../../../src/graph/record.js";

/** The records in GraphML, read by a parser that knows nothing of Plenary, and by what docs/exports.md says of the columns. */
export function readGraphml(text: string): GraphRecords & { readonly about: Attributes } {
  const graph = parse(MultiDirectedGraph, text);
  const json = jsonColumns(text);
  const nodes = graph.mapNodes((id, attributes) => {
    const {
      type,
      label,
      aliases = [],
      basis = [],
      claims = [],
      evidence = [],
      ...properties
    } = decoded(attributes, json);
    // What software writes beside a node is its name, but for what XML cannot hold.
    expect([properties["name"], attributes["name"]]).toContain(label);
    return { id, type, properties, aliases, basis, evidence, claims } as NodeRecord;
  });
  const edges = graph.mapEdges((_edge, attributes, subject, object) => {
    const {
      id,
      type,
      edgeKey,
      date,
      from,
      until,
      modality,
      rank,
      basis = [],
      evidence = [],
      derivedFrom,
      ...properties
    } = decoded(attributes, json);
    const optional = Object.entries({ key: edgeKey, date, from, until, derivedFrom }).filter(
      ([, value]) => value !== undefined,
    );
    return {
      id,
      type,
      subject,
      object,
      ...Object.fromEntries(optional),
      modality,
      rank,
      properties,
      basis,
      evidence,
    } as unknown as EdgeRecord;
  });
  return { nodes, edges, about: graph.getAttributes() };
}

function decoded(attributes: Attributes, json: ReadonlySet<string>): Record<string, unknown> {
  const { exact_text: exact, ...columns } = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, json.has(name) ? JSON.parse(value as string) : value]),
  ) as Record<string, unknown>;
  return { ...columns, ...(exact as object | undefined) };
}

/** The columns that say that they hold JSON. Fails where the text is no well-formed XML. */
function jsonColumns(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const parser = sax.parser(true);
  let key = "";
  let described = "";
  parser.onopentag = ({ name, attributes }) => {
    if (name === "key") key = attributes["attr.name"] as string;
    described = "";
  };
  parser.ontext = (part) => (described += part);
  parser.onclosetag = (name) => {
    if (name === "desc" && described === "JSON") found.add(key);
  };
  parser.write(text).close();
  return found;
}
