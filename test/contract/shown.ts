import { parse, validate } from "graphql";
import type { GraphQLSchema } from "graphql";
import { expect, it } from "vitest";

import { collectShown } from "../../src/api/shown.js";
import type { Shown } from "../../src/api/shown.js";
import type { Engine } from "../../src/engine/engine.js";
import type { View } from "../../src/plan/view.js";
import { extract, generousLimits } from "../support/engine.js";
import { idsAsked } from "../support/shown.js";

interface Question {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** The same, asking for ids wherever there are any. */
  readonly plain: string;
  readonly view?: Partial<View>;
}

const BODY = 'where: { id: { in: ["arda", "bora"] } }';

const QUESTIONS: readonly Question[] = [
  {
    title: "a lookup",
    query: '{ state(id: "arda") { name } nobody: state(id: "nobody") { name } }',
    plain: '{ state(id: "arda") { id } }',
  },
  {
    title: "pages of nodes, with and without their edges, and the edges along which they were found",
    query: `{ states(${BODY}, first: 1) { nodes { name cast(first: 2) { nodes { name } } } } others: states(last: 1) { edges { node { voted: cast { edges { position } } } } } }`,
    plain: `{ states(${BODY}, first: 1) { nodes { id cast(first: 2) { edges { id node { id } } } } } others: states(last: 1) { edges { node { id cast { edges { id node { id } } } } } } }`,
  },
  {
    title: "no edges of nodes that were not wanted",
    query: `query ($on: Boolean!) { states(${BODY}) { nodes { cast { totalCount nodes @include(if: $on) { name } } } } }`,
    variables: { on: false },
    plain: `{ states(${BODY}) { nodes { id } } }`,
  },
  {
    title: "the edge of a to-one relationship, and its ends",
    query: "{ votes(first: 3) { nodes { takenAt { date } } } }",
    plain: "{ votes(first: 3) { nodes { id takenAt { id node { id } } } } }",
  },
  {
    title: "fragments, named and not, whatever their types and conditions",
    query: `query Second($with: Boolean!) { entities(where: { id: { in: ["arda", "vote-1"] } }) { ...Some } }
      query First { snapshot { id } }
      fragment Some on EntityConnection { ... on EntityConnection { nodes { ...Any ... on Vote { on { nodes @skip(if: $with) { name } } } } } }
      fragment Any on Entity { ... on State { cast(first: 1) { nodes { name } } } }`,
    variables: { with: false },
    operationName: "Second",
    plain:
      '{ entities(where: { id: { in: ["arda", "vote-1"] } }) { nodes { id ... on State { cast(first: 1) { edges { id node { id } } } } ... on Vote { on { edges { id node { id } } } } } } }',
  },
  {
    title: "edges as such, and one of their ends",
    query: "{ links(first: 7) { nodes { type } } blockings(first: 2) { edges { node { form subject { name } } } } }",
    plain: "{ links(first: 7) { nodes { id } } blockings(first: 2) { edges { node { id subject { id } } } } }",
  },
  {
    title: "whom evidence, aliases and claims name",
    query:
      '{ state(id: "arda") { aliases { evidence { source { name } } } claims { evidence { source { kind } attributedTo { name } } } } }',
    plain:
      '{ state(id: "arda") { id aliases { evidence { source { id } } } claims { evidence { source { id } attributedTo { id } } } } }',
  },
  {
    title: "paths, under an alias and without",
    query:
      '{ paths(from: "arda", to: "dorn", first: 3) { paths { length hops { link { date } } } again: paths { stops: nodes { name } } } }',
    plain: '{ paths(from: "arda", to: "dorn", first: 3) { paths { nodes { id } hops { link { id } } } } }',
  },
  {
    title: "surroundings",
    query: '{ subgraph(from: ["arda"], depth: 2, first: 9) { links { type } truncated } }',
    plain: '{ subgraph(from: ["arda"], depth: 2, first: 9) { links { id } } }',
  },
  {
    title: "what is found by a search",
    query: '{ search(text: "arda", first: 3) { edges { matched node { __typename } } } }',
    plain: '{ search(text: "arda", first: 3) { nodes { id } } }',
  },
  {
    title: "those by whom is grouped",
    query: "{ links { groupBy(by: [{ edge: SUBJECT }], first: 3) { groups { count subject { name } } } } }",
    plain: "{ links { groupBy(by: [{ edge: SUBJECT }], first: 3) { groups { subject { id } } } } }",
  },
  {
    title: "disputes, with what contradicts what",
    query: "{ disputes { nodes { id property node { name } other { name } link { date } } } }",
    plain: "{ disputes { nodes { node { id } other { id } link { id } } } }",
  },
  {
    title: "agreement, and the votes behind it",
    query:
      '{ agreement(of: "arda", first: 2) { nodes { score with { name } matches { edges { node { name } of { position } } } } } }',
    plain: '{ agreement(of: "arda", first: 2) { nodes { with { id } matches { edges { node { id } of { id } } } } } }',
  },
  {
    title: "coverage",
    query: "{ coverage(relationship: CAST) { source { name } } }",
    plain: "{ coverage(relationship: CAST) { source { id } } }",
  },
  {
    title: "a view, with what it shows alone",
    query:
      '{ snapshot { id } view(known: "2015") { view(sources: ["register"]) { states { emptyReason { __typename } nodes { cast { nodes { name } } } } view(modality: [ACTUAL, POSSIBLE]) { blockings { nodes { form } } } } } }',
    plain:
      '{ view(known: "2015") { view(sources: ["register"]) { states { nodes { id cast { edges { id node { id } } } } } view(modality: [ACTUAL, POSSIBLE]) { blockings { nodes { id } } } } } }',
    view: { known: "2015", sources: ["register"] },
  },
  {
    title: "whatever names the question uses itself",
    query: '{ _node: state(id: "arda") { _edge: name _edges: cast(first: 1) { _node_: nodes { name } } } }',
    plain: '{ state(id: "arda") { id cast(first: 1) { edges { id node { id } } } } }',
  },
  {
    title: "nothing where there is nothing",
    query: '{ state(id: "nobody") { name } }',
    plain: "{ snapshot { ontology } }",
  },
];

const REFUSED: readonly (readonly [title: string, query: string, says: RegExp])[] = [
  ["asks about the schema alone", "{ __schema { queryType { name } } __typename }", /shows no nodes and no edges/],
  ["asks for counts alone", "{ states { totalCount } snapshot { nodes } }", /shows no nodes and no edges/],
  [
    "looks at the graph in several views",
    '{ view(valid: "2012") { states { nodes { name } } } states { nodes { name } } }',
    /several views, which one file cannot tell apart.*one by one/,
  ],
  [
    "asks for what cannot be",
    '{ subgraph(from: ["nobody"]) { nodes { name } } }',
    /there is no node with the id "nobody"/,
  ],
];

/** What the answer to a question shows, on every engine. */
export function shownSuite(engine: () => Engine, schema: () => GraphQLSchema): void {
  const show = async (source: string, more: Omit<Question, "title" | "query" | "plain"> = {}): Promise<Shown> => {
    const document = parse(source);
    expect(validate(schema(), document)).toEqual([]);
    const session = await engine().session(generousLimits());
    try {
      return await collectShown(schema(), session, { document, ...more });
    } finally {
      await session.close();
    }
  };

  it.each(QUESTIONS)("$title", async ({ query, plain, view, ...more }) => {
    const shown = await show(query, more);
    const ids = await idsAsked(engine(), schema(), plain);
    expect(shown).toEqual({
      ...ids,
      view: view === undefined ? null : { valid: null, known: null, sources: null, ...view },
    });
    const records = await extract(engine(), {
      ...(shown.view === null ? {} : { view: shown.view }),
      nodes: shown.nodeIds,
      edges: shown.edgeIds,
    });
    expect(records.nodes.map(({ id }) => id)).toEqual(shown.nodeIds);
    expect(records.edges.map(({ id }) => id)).toEqual(shown.edgeIds);
  });

  it.each(REFUSED)("is refused where it %s", async (_title, query, says) => {
    await expect(show(query)).rejects.toThrow(says);
  });
}
