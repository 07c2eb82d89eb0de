import fc from "fast-check";
import { getNamedType, isCompositeType, isInterfaceType, isObjectType, parse, validate } from "graphql";
import type { GraphQLCompositeType, GraphQLSchema } from "graphql";
import { expect, it } from "vitest";

import { createApi } from "../../src/api/api.js";
import { collectShown } from "../../src/api/shown.js";
import { generousLimits } from "../support/engine.js";
import { idsAsked } from "../support/shown.js";
import { fixtureMaterial } from "./support.js";

const { ontology, engine } = await fixtureMaterial();
const { schema } = createApi(ontology);

/** Fields with arguments that find something in the fixture graph; every other field is asked for as it is. */
const ROOTS: readonly string[] = [
  'state(id: "arda")',
  "states(first: 3)",
  "votes(last: 2)",
  "entities(first: 4)",
  "links(first: 4)",
  "blockings",
  'search(text: "arda")',
  'paths(from: "arda", to: "dorn", first: 2)',
  'subgraph(from: ["arda"], first: 4)',
  "disputes",
  'agreement(of: "arda", first: 2)',
  'nodes(ids: ["arda", "nobody", "vote-1"])',
  "coverage",
];

/** A question as it is asked, and as it is asked with all ids. */
interface Pair {
  readonly asked: string;
  readonly whole: string;
}

const join = (pairs: readonly Pair[]): Pair => ({
  asked: pairs.map(({ asked }) => asked).join(" "),
  whole: pairs.map(({ whole }) => whole).join(" "),
});

/** What is selected on a type, down to some depth. An alias for each field keeps arguments of the same field apart. */
function selection(type: GraphQLCompositeType, depth: number, at: string): fc.Arbitrary<Pair> {
  const names =
    "getFields" in type
      ? Object.keys(type.getFields()).filter((name) => name !== "id" && (name !== "groupBy" || overEdges(type)))
      : [];
  const usable = names.filter((name) => depth > 0 || !isCompositeType(targetOf(type, name)));
  const chosen =
    usable.length === 0
      ? fc.constant<string[]>([])
      : fc.uniqueArray(fc.constantFrom(...usable), { minLength: 1, maxLength: 3 });
  return chosen
    .chain((some) => fc.tuple(...some.map((name, index) => field(type, name, depth, `${at}_${index}`))))
    .map((fields) => {
      const { asked, whole } = join(fields);
      return {
        asked: `{ ${asked === "" ? "__typename" : asked} }`,
        whole: `{ __typename ${whole} ${is(type, "Node") || is(type, "Relationship") ? "id" : ""} }`,
      };
    });
}

function field(type: GraphQLCompositeType, name: string, depth: number, at: string): fc.Arbitrary<Pair> {
  const target = targetOf(type, name);
  const args = name === "groupBy" ? "(by: [{ edge: SUBJECT }])" : "";
  if (!isCompositeType(target)) return fc.constant({ asked: `${at}: ${name}`, whole: "" });
  const dressed = fc.constantFrom("plain", "inline", "skipped", "included");
  return fc.tuple(selection(target, depth - 1, at), dressed).map(([below, dress]) => {
    const edges = name === "nodes" && leadsAlong(type) ? `${at}_e: edges { id }` : "";
    const asked = `${at}: ${name}${args} ${below.asked}`;
    const whole = `${at}: ${name}${args} ${below.whole} ${edges}`;
    switch (dress) {
      case "inline":
        return { asked: `... on ${type.name} { ${asked} }`, whole };
      case "skipped":
        return { asked: `${at}: ${name}${args} @skip(if: true) ${below.asked} ${at}_t: __typename`, whole: "" };
      case "included":
        return { asked: `... @include(if: true) { ${asked} }`, whole };
      default:
        return { asked, whole };
    }
  });
}

function targetOf(type: GraphQLCompositeType, name: string): unknown {
  const found = "getFields" in type ? type.getFields()[name] : undefined;
  return found === undefined ? undefined : getNamedType(found.type);
}

function is(type: GraphQLCompositeType, name: string): boolean {
  return (
    (isObjectType(type) || isInterfaceType(type)) && [type, ...type.getInterfaces()].some((one) => one.name === name)
  );
}

/** Whether a connection is one of edges as such, which can be grouped by their ends. */
function overEdges(type: GraphQLCompositeType): boolean {
  const node = targetOf(type, "nodes");
  return isCompositeType(node) && is(node, "Relationship");
}

function leadsAlong(type: GraphQLCompositeType): boolean {
  const edge = targetOf(type, "edges");
  return isCompositeType(edge) && is(edge, "Relationship");
}

function question(of: GraphQLSchema): fc.Arbitrary<Pair> {
  const query = of.getQueryType();
  if (!query) throw new Error("there is no query type");
  const root = fc.constantFrom(...ROOTS).chain((text) => {
    const name = /^\w+/.exec(text)?.[0] ?? "";
    return selection(targetOf(query, name) as GraphQLCompositeType, 5, "f").map(({ asked, whole }) => ({
      asked: `${text} ${asked}`,
      whole: `${text} ${whole}`,
    }));
  });
  return fc
    .array(root, { minLength: 1, maxLength: 2 })
    .map((roots) =>
      join(roots.map(({ asked, whole }, index) => ({ asked: `r${index}: ${asked}`, whole: `r${index}: ${whole}` }))),
    );
}

it(
  "what is shown are the ids that the same question gets that asks for ids everywhere",
  { timeout: 120_000 },
  async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(question(schema), async ({ asked, whole }) => {
        // Whatever the rest is, this may show a node, and shows none.
        const document = parse(`{ nobody: state(id: "nobody") { name } ${asked} }`);
        fc.pre(validate(schema, document).length === 0);
        const expected = await idsAsked(engine, schema, `{ ${whole} }`);
        const session = await engine.session(generousLimits());
        const { nodeIds, edgeIds } = await collectShown(schema, session, { document });
        await session.close();
        expect({ nodeIds, edgeIds }).toEqual(expected);
        found += edgeIds.length;
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(100);
  },
);
