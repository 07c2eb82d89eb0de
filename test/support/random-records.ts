import fc from "fast-check";

import type {
  EdgeRecord,
  Evidence,
  GraphRecords,
  NodeRecord,
  Properties,
  PropertyValue,
} from "../../src/graph/record.js";
import { compareText } from "../../src/graph/text.js";
import { ALIAS_KINDS, MODALITIES, RANKS } from "../../src/ontology/model.js";
import type { Ontology, PropertyDefinition } from "../../src/ontology/model.js";

/** Ids that are prefixes of one another, and texts on either side of what UTF-16 and code points order differently. */
const IDS = ["a", "a-1", "a-b", "ab", "b", "c", "c-0", "d", "e", "f-f", "z"] as const;
const TEXTS = ["", "a", "A", "ab", "é", "e\u0301", "\uff21", "\u{1d504}", "b b", 'quo"te\\', "ü/ß"] as const;
const DATES = ["1999", "2014", "2014-02", "2014-02-01", "2014-02-28", "2014-12-31", "2015-01", "2016-02-29"] as const;
const TYPES = ["State", "Organization", "Resolution", "Vote", "Meeting", "Statement", "Report"] as const;
const RELATIONSHIPS = [
  "CAST",
  "BLOCKED",
  "VETOED",
  "HAS_RELATIONS_WITH",
  "DIFFERENT_FROM",
  "ON",
  "TAKEN_AT",
  "ABOUT",
  "MADE",
  "MENTIONS",
] as const;

/** Graphs of up to some ten nodes and twenty edges, over part of the ontology: shapes that nobody would think of. */
export function recordsArbitrary(ontology: Ontology): fc.Arbitrary<GraphRecords> {
  return fc
    .tuple(fc.subarray([...IDS], { minLength: 1 }), fc.constantFrom("source", "source-2"))
    .chain(([ids, source]) =>
      fc.tuple(
        ...ids.map((id) => fc.constantFrom(...TYPES).chain((type) => nodeArbitrary(ontology, id, type, source))),
        nodeArbitrary(ontology, source, "Source", source),
      ),
    )
    .chain((nodes) => edgesArbitrary(ontology, nodes).map((edges) => ({ nodes: byId(nodes), edges: byId(edges) })));
}

/** Graphs whose edges have a date, a stance and a list of evidence in common with some others, as the votes of a roll call have. */
export function recordsInRollCalls(ontology: Ontology): fc.Arbitrary<GraphRecords> {
  return fc
    .tuple(recordsArbitrary(ontology), fc.array(fc.nat(2), { minLength: 20, maxLength: 20 }))
    .map(([{ nodes, edges }, calls]) => ({
      nodes,
      edges: edges.map(({ id, type, subject, object, key, properties, basis }, i) => {
        const { date = "2014", modality = "ACTUAL", rank = "NORMAL", evidence = [] } = edges[calls[i] ?? 0] ?? {};
        const keyed = key === undefined ? {} : { key };
        const told = i % 4 === 3 ? evidence.map((one) => ({ ...one, attributedTo: [one.source] })) : evidence;
        return { id, type, subject, object, ...keyed, date, modality, rank, properties, basis, evidence: told };
      }),
    }));
}

/** The same records in another order. */
export function shuffled(records: GraphRecords): fc.Arbitrary<GraphRecords> {
  const shuffle = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
  return fc.record({ nodes: shuffle(records.nodes), edges: shuffle(records.edges) });
}

function nodeArbitrary(ontology: Ontology, id: string, type: string, source: string): fc.Arbitrary<NodeRecord> {
  const definitions = (ontology.types.get(type)?.properties ?? []).filter(({ name }) => name !== "id");
  const evidence = fc.array(evidenceArbitrary(source), { maxLength: 2 });
  const text = fc.constantFrom(...TEXTS);
  const dates = { from: fc.constantFrom(...DATES), until: fc.constantFrom(...DATES) };
  return fc.record({
    id: fc.constant(id),
    type: fc.constant(type),
    properties: propertiesArbitrary(ontology, definitions),
    aliases: few(
      fc.record(
        { text, kind: fc.constantFrom(...ALIAS_KINDS), evidence, ...dates },
        { requiredKeys: ["text", "kind", "evidence"] },
      ),
    ),
    basis: few(fc.record({ of: text, basis: fc.constantFrom("RESOLVED", "INFERRED", "EXTERNAL"), reason: text })),
    evidence,
    claims: few(
      fc.record(
        {
          property: fc.constantFrom("name", "tally"),
          value: fc.oneof(text, fc.integer(), fc.constant({ b: [1, 2], a: "x" })),
          rank: fc.constantFrom(...RANKS),
          reason: text,
          evidence,
        },
        { requiredKeys: ["property", "value", "rank", "evidence"] },
      ),
    ),
  });
}

function edgesArbitrary(ontology: Ontology, nodes: readonly NodeRecord[]): fc.Arbitrary<EdgeRecord[]> {
  const possible = RELATIONSHIPS.flatMap((type) => {
    const ends = ontology.relationships.get(type)?.ends ?? [];
    return nodes.flatMap((subject) =>
      nodes
        .filter((object) => ends.some((e) => e.subjects.includes(subject.type) && e.objects.includes(object.type)))
        .flatMap((object) =>
          [undefined, "k", "k-2"].map((key) => ({ type, subject: subject.id, object: object.id, key })),
        ),
    );
  });
  if (possible.length === 0) return fc.constant([]);
  return fc
    .uniqueArray(fc.nat(possible.length - 1), { maxLength: 20 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((index) => {
          const { type, subject, object, key } = possible[index] ?? {
            type: "",
            subject: "",
            object: "",
            key: undefined,
          };
          return edgeArbitrary(ontology, type, subject, object, key, nodes.at(-1)?.id ?? "");
        }),
      ),
    )
    .chain((edges) =>
      fc.array(fc.boolean(), { minLength: edges.length, maxLength: edges.length }).map((derived) =>
        edges.map((edge, i) => {
          const premise = edges[i - 1];
          return derived[i] === true && premise !== undefined && i % 4 === 3
            ? { ...edge, derivedFrom: [premise.id] }
            : edge;
        }),
      ),
    );
}

function edgeArbitrary(
  ontology: Ontology,
  type: string,
  subject: string,
  object: string,
  key: string | undefined,
  source: string,
): fc.Arbitrary<EdgeRecord> {
  const set = ontology.relationships.get(type)?.properties ?? null;
  const definitions = set === null ? [] : (ontology.propertySets.get(set)?.properties ?? []);
  const date = fc.constantFrom(...DATES);
  return fc.record(
    {
      id: fc.constant(`${subject}/${type}/${object}${key === undefined ? "" : `/${key}`}`),
      type: fc.constant(type),
      subject: fc.constant(subject),
      object: fc.constant(object),
      ...(key === undefined ? {} : { key: fc.constant(key) }),
      date,
      from: date,
      until: date,
      modality: fc.oneof({ weight: 3, arbitrary: fc.constant("ACTUAL" as const) }, fc.constantFrom(...MODALITIES)),
      rank: fc.constantFrom(...RANKS),
      properties: propertiesArbitrary(ontology, definitions),
      basis: fc.constant([]),
      evidence: fc.array(evidenceArbitrary(source), { minLength: 1, maxLength: 2 }),
    },
    {
      requiredKeys: [
        "id",
        "type",
        "subject",
        "object",
        ...(key === undefined ? [] : (["key"] as const)),
        "modality",
        "rank",
        "properties",
        "basis",
        "evidence",
      ],
    },
  );
}

function evidenceArbitrary(source: string): fc.Arbitrary<Evidence> {
  const number = fc.integer({ min: 1, max: 400 });
  const text = fc.constantFrom(...TEXTS.filter((one) => one !== ""));
  const actors = fc.array(fc.constant(source), { maxLength: 2 });
  return fc.record(
    {
      source: fc.constant(source),
      paragraph: number,
      row: number,
      page: number,
      symbol: text,
      section: text,
      quote: text,
      wording: text,
      attributedTo: actors,
      reportedBy: actors,
    },
    { requiredKeys: ["source"] },
  );
}

function propertiesArbitrary(ontology: Ontology, definitions: readonly PropertyDefinition[]): fc.Arbitrary<Properties> {
  const values = definitions.map((definition) => [definition.name, valueArbitrary(ontology, definition)] as const);
  const required = definitions.filter((definition) => definition.required).map(({ name }) => name);
  return fc.record<Record<string, PropertyValue>, string>(Object.fromEntries(values), { requiredKeys: required });
}

function valueArbitrary(ontology: Ontology, definition: PropertyDefinition): fc.Arbitrary<PropertyValue> {
  const item = itemArbitrary(ontology, definition);
  return definition.list ? (fc.array(item, { maxLength: 3 }) as fc.Arbitrary<PropertyValue>) : item;
}

function itemArbitrary(ontology: Ontology, { type }: PropertyDefinition): fc.Arbitrary<PropertyValue> {
  if (type.kind === "enum") {
    return fc.constantFrom(...(ontology.enums.get(type.name)?.values ?? []).map((value) => value.name));
  }
  if (type.kind === "value")
    return propertiesArbitrary(
      ontology,
      ontology.values.get(type.name)?.properties ?? [],
    ) as fc.Arbitrary<PropertyValue>;
  switch (type.name) {
    case "Int":
      return fc.integer({ min: -3, max: 6 });
    case "Float":
      return fc.constantFrom(-1.5, 0, 0.1, 3, 1e21);
    case "Boolean":
      return fc.boolean();
    case "Date":
      return fc.constantFrom(...DATES);
    default:
      return fc.constantFrom(...TEXTS);
  }
}

/** Seldom any: most nodes have none. */
function few<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, fc.array(item, { minLength: 1, maxLength: 2 }));
}

function byId<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  return records.toSorted((a, b) => compareText(a.id, b.id));
}
