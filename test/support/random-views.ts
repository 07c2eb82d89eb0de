import fc from "fast-check";

import type { Claim, EdgeRecord, Evidence, GraphRecords, NodeRecord, PropertyValue } from "../../src/graph/record.js";
import { RANKS } from "../../src/ontology/model.js";
import type { View } from "../../src/plan/view.js";

/** Random views, and records in which they find something to show and something to hide. */

const SOURCES = ["chronicle", "leaflet", "register"] as const;
const DATES = ["1999", "2012", "2012-05", "2012-05-04", "2013-11", "2014", "2014-02", "2014-02-28", "2015"] as const;

const date = fc.constantFrom(...DATES);
const sources = fc.uniqueArray(fc.constantFrom(...SOURCES), { minLength: 1, maxLength: 2 });

export const randomView: fc.Arbitrary<View> = fc.record({
  valid: fc.option(date, { freq: 2 }),
  known: fc.option(date, { freq: 2 }),
  sources: fc.option(sources, { freq: 2 }),
});

/**
 * The same nodes and edges, with evidence from any of their three sources (one of which has no date), dated anew, and with rival
 * names and dates. Edges are derived as before or, where `derived` is false, not at all.
 */
export function scattered(records: GraphRecords, derived: boolean): fc.Arbitrary<GraphRecords> {
  const edges = derived ? records.edges : records.edges.filter((edge) => edge.derivedFrom === undefined);
  const people = records.nodes.filter((node) => node.type === "Person").map((node) => node.id);
  return fc.record({
    nodes: fc.tuple(...records.nodes.map((node) => scatteredNode(node, people))),
    edges: fc.tuple(...edges.map((edge) => scatteredEdge(edge, people))),
  });
}

function scatteredNode(node: NodeRecord, people: readonly string[]): fc.Arbitrary<NodeRecord> {
  const claimed = (property: string, values: readonly PropertyValue[]): fc.Arbitrary<Claim> =>
    fc.record({
      property: fc.constant(property),
      value: fc.constantFrom(...values),
      rank: fc.constantFrom(...RANKS),
      evidence: evidenceArbitrary(people, 0),
    });
  const { name = "", date: dated } = node.properties;
  const named = claimed("name", [name, "Rival", "Other rival"]);
  const claim = dated === undefined ? named : fc.oneof(named, claimed("date", [dated, "2013", "2014"]));
  const aliases = node.aliases.map((alias) => evidenceArbitrary(people, 0).map((evidence) => ({ ...alias, evidence })));
  return fc
    .record({
      evidence: evidenceArbitrary(people, 0),
      claims: fc.array(claim, { maxLength: 2 }),
      aliases: fc.tuple(...aliases),
    })
    .map((scatter) => ({ ...node, ...scatter, basis: [...node.basis, NAMED] }));
}

const NAMED = { of: "name", basis: "INFERRED", reason: "It had to be called something." } as const;

function scatteredEdge(edge: EdgeRecord, people: readonly string[]): fc.Arbitrary<EdgeRecord> {
  const { id, type, subject, object, modality, rank, properties, basis } = edge;
  const rest = {
    ...{ id, type, subject, object, modality, rank, properties, basis },
    ...(edge.key === undefined ? {} : { key: edge.key }),
    ...(edge.derivedFrom === undefined ? {} : { derivedFrom: edge.derivedFrom }),
  };
  const dates = fc.oneof(
    fc.constant({}),
    fc.record({ date }),
    fc.record({ from: date, until: date }, { requiredKeys: [] }),
  );
  return fc
    .record({ evidence: evidenceArbitrary(people, 1), dates })
    .map(({ evidence, dates: when }) => ({ ...rest, ...when, evidence }));
}

function evidenceArbitrary(people: readonly string[], minLength: number): fc.Arbitrary<Evidence[]> {
  const one: fc.Arbitrary<Evidence> = fc.record(
    {
      source: fc.constantFrom(...SOURCES),
      quote: fc.constantFrom("harbour gates", "in Arda"),
      attributedTo: fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 1 }),
    },
    { requiredKeys: ["source"] },
  );
  return fc.array(one, { minLength, maxLength: 2 });
}
