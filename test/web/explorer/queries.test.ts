import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";

import { followUpQuery } from "../../../web/explorer/src/api/follow-up-query.js";
import type { Operation } from "../../../web/explorer/src/api/operation.js";
import { pairsOf, pairsQuery } from "../../../web/explorer/src/api/pairs-query.js";
import { searchQuery } from "../../../web/explorer/src/api/search-query.js";
import { propertiesOf, typeQuery } from "../../../web/explorer/src/api/type-query.js";
import { expansionQuery, startQuery, viewQuery } from "../../../web/explorer/src/api/view-query.js";
import { STORIES } from "../../../web/explorer/src/stories.js";
import { EMPTY_VIEW, MODALITIES, PAGE, type View } from "../../../web/explorer/src/view/view.js";
import { seedsAnswer } from "./ask.js";

const schema = buildSchema(readFileSync(new URL("../../../schema/api.graphql", import.meta.url), "utf8"));
const full: View = {
  ...EMPTY_VIEW,
  nodes: ["china"],
  listing: { type: "State", first: PAGE },
  trace: { from: "china", to: "robert-king" },
  expansions: [
    { node: "china", type: "BLOCKED", way: "OUT", first: PAGE },
    { node: "china", type: null, way: "BOTH", first: PAGE },
    { node: null, type: "VETOED", way: "BOTH", first: PAGE },
  ],
  valid: "2024",
  known: "2024",
  body: "un-security-council",
};

let answer: <Data>(operation: Operation<Data>) => Promise<Data>;
beforeAll(async () => {
  answer = await seedsAnswer();
});

describe("every question of the explorer is one that the API takes", () => {
  const questions: readonly (readonly [string, Operation<unknown>])[] = [
    ["the first question of a visit", startQuery(full)],
    ["an empty view", viewQuery(EMPTY_VIEW)],
    ["a view with everything", viewQuery(full)],
    ["a view of nodes alone", viewQuery({ ...EMPTY_VIEW, nodes: ["china"] })],
    ["an expansion", expansionQuery(full, { node: "china", type: "CAST", way: "OUT", first: 50 })],
    ["the type of a node", typeQuery("Vote")],
    [
      "a follow-up",
      followUpQuery(full, { id: "china", type: "State", properties: [{ name: "iso3", parts: [] }] }, ["china"]),
    ],
    ["which types relationships join", pairsQuery(["BLOCKED", "CAST"])],
    ["search", searchQuery(full, "commission of inq")],
    ["a follow-up of disputes alone", followUpQuery(full, null, ["china"])],
    ...STORIES.map(({ id, view }) => [`the story ${id}`, viewQuery(view)] as const),
  ];

  test.each(questions)("%s", async (_name, operation) => {
    expect(validate(schema, parse(operation.query)).map(({ message }) => message)).toEqual([]);
    await expect(answer(operation)).resolves.toBeTypeOf("object");
  });
});

test("a view that leaves the clocks alone does not mention them", () => {
  expect(viewQuery({ ...full, valid: null, known: null }).query).not.toMatch(/valid|known/);
  expect(viewQuery(full).query).toContain("valid: $valid, known: $known");
});

describe("the details of a node", () => {
  test.each([
    ["Vote", ["symbol", "date", "kind", "tally"]],
    ["Source", ["date", "kind", "licence", "url", "covers"]],
    ["State", ["iso2", "iso3", "m49"]],
    ["Organization", ["kind", "status"]],
  ])("of a %s ask for its own properties, whatever the ontology gives it", async (type, names) => {
    const properties = propertiesOf(await answer(typeQuery(type)));
    expect(properties.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test("have values of several parts, and count edges by relationship before any is fetched", async () => {
    const properties = propertiesOf(await answer(typeQuery("Vote")));
    const wanted = { id: "ga-vote-on-north-korea-2014", type: "Vote", properties };
    const { view } = await answer(followUpQuery(EMPTY_VIEW, wanted, []));
    expect(view.node).toMatchObject({ date: "2014-12-18", tally: { yes: 116, no: 20 } });
    expect(view.out?.groupBy.groups).toEqual(
      expect.arrayContaining([{ key: ["ON"], count: expect.any(Number) as number }]),
    );
    expect(view.out?.totalCount).toBe(view.out?.groupBy.groups.reduce((sum, { count }) => sum + count, 0));
  });
});

test("relationships join the types that their edges join, also where nothing has happened", async () => {
  const names = ["BLOCKED", "CAST"];
  const pairs = pairsOf(names, await answer(pairsQuery(names)));
  expect(pairs).toContainEqual({ subject: "State", object: "Vote", relationships: ["CAST"] });
  expect(pairs).toContainEqual({ subject: "State", object: "Referral", relationships: ["BLOCKED"] });
});

describe("filters", () => {
  test("modalities left out are counted, not forgotten", async () => {
    const expansion = { node: "referral-of-north-korea-to-the-icc", type: "BLOCKED", way: "IN", first: PAGE } as const;
    const all = await answer(expansionQuery(EMPTY_VIEW, expansion));
    const happened = await answer(expansionQuery({ ...EMPTY_VIEW, modalities: ["ACTUAL"] }, expansion));
    expect(all.view.e0?.totalCount).toBe(2);
    expect(happened.view.e0).toMatchObject({ totalCount: 0, omitted: [{ modality: "POSSIBLE", count: 2 }] });
  });

  test("a body keeps what it is an end of, and what it decides or adopted", async () => {
    const north = { node: "north-korea", type: null, way: "BOTH", first: 1000 } as const;
    const all = await answer(expansionQuery(EMPTY_VIEW, north));
    const council = await answer(expansionQuery({ ...EMPTY_VIEW, body: "un-security-council" }, north));
    const ids = (council.view.e0?.nodes ?? []).map(({ id }) => id);
    expect(ids).toContain("referral-of-north-korea-to-the-icc/CONCERNS/north-korea");
    expect(ids.length).toBeLessThan(all.view.e0?.totalCount ?? 0);
  });

  test("all modalities are asked for unless some are chosen", () => {
    expect(viewQuery(EMPTY_VIEW).variables["modality"]).toEqual(MODALITIES);
  });
});
