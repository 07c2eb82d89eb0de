import { beforeAll, describe, expect, test } from "vitest";

import { followUpQuery } from "../../../web/explorer/src/api/follow-up-query.js";
import type { Operation } from "../../../web/explorer/src/api/operation.js";
import { expansionQuery, viewQuery } from "../../../web/explorer/src/api/view-query.js";
import { disputedBy, markOf, UNDISPUTED } from "../../../web/explorer/src/graph/marks.js";
import { shownOf } from "../../../web/explorer/src/graph/shown.js";
import { storeOf, withExpansion, type Store } from "../../../web/explorer/src/graph/store.js";
import { STORIES, storyOf } from "../../../web/explorer/src/stories.js";
import { expand, more } from "../../../web/explorer/src/view/change.js";
import { EMPTY_VIEW, expansionKey, type Expansion, type View } from "../../../web/explorer/src/view/view.js";
import { seedsAnswer } from "./ask.js";

let answer: <Data>(operation: Operation<Data>) => Promise<Data>;
beforeAll(async () => {
  answer = await seedsAnswer();
});

const load = async (view: View): Promise<Store> => storeOf(view, await answer(viewQuery(view)));
const viewOf = (id: string): View => storyOf(id)?.view ?? EMPTY_VIEW;
const ABOUT: Expansion = { node: "north-korea", type: "ABOUT", way: "IN", first: 10 };

describe("a store", () => {
  test("opened step by step holds what the same view holds when its link is opened", async () => {
    const start = viewOf("icc-referral");
    const opened = expand(start, { node: "china", type: "CAST", way: "OUT" });
    const [last] = opened.expansions.slice(-1);
    if (last === undefined) throw new Error("nothing was opened");
    const part = (await answer(expansionQuery(opened, last))).view.e0;
    if (part === undefined) throw new Error("no answer");
    const stepwise = withExpansion(await load(start), last, part);
    const atOnce = await load(opened);
    expect([...stepwise.nodes.keys()].sort()).toEqual([...atOnce.nodes.keys()].sort());
    expect([...stepwise.links.keys()].sort()).toEqual([...atOnce.links.keys()].sort());
    expect(stepwise.extents).toEqual(atOnce.extents);
  });

  test("keeps the nodes and edges it has as the objects they are", async () => {
    const start = viewOf("icc-referral");
    const before = await load(start);
    const part = (await answer(expansionQuery(start, ABOUT))).view.e0;
    const after = part === undefined ? before : withExpansion(before, ABOUT, part);
    for (const [id, node] of before.nodes) expect(after.nodes.get(id)).toBe(node);
    expect(after.links.size).toBe(before.links.size + 10);
  });

  test("knows how many edges there are beside those that came, and a further page brings more of them", async () => {
    const view: View = { ...EMPTY_VIEW, expansions: [ABOUT] };
    const first = (await load(view)).extents.get(expansionKey(ABOUT));
    expect(first).toMatchObject({ shown: 10 });
    expect(first?.total).toBeGreaterThan(30);
    const second = (await load(more(view, ABOUT))).extents.get(expansionKey(ABOUT));
    expect(second?.shown).toBe(Math.min(35, first?.total ?? 0));
    expect(second?.links.slice(0, 10)).toEqual(first?.links);
  });

  test("names the ids that the graph does not have", async () => {
    expect((await load({ ...EMPTY_VIEW, nodes: ["china", "atlantis"] })).missing).toEqual(["atlantis"]);
  });
});

describe("what is shown", () => {
  test("leaves out a hidden relationship and what only it leads to, never a node that was asked for", async () => {
    const view = viewOf("icc-referral");
    const store = await load(view);
    const all = shownOf(store, view);
    const some = shownOf(store, { ...view, hidden: ["RECOMMENDED", "BLOCKED"] });
    expect(all.relationships).toContainEqual({ type: "BLOCKED", count: 2 });
    expect(some.relationships).toEqual(all.relationships);
    expect(some.nodes.map(({ id }) => id)).not.toContain("china");
    expect(shownOf(store, { ...view, hidden: all.relationships.map(({ type }) => type) }).nodes).toHaveLength(1);
  });

  test("is what each story promises", async () => {
    for (const { view } of STORIES) {
      const store = await load(view);
      expect(store.missing).toEqual([]);
      expect(store.links.size).toBeGreaterThan(1);
      for (const extent of store.extents.values()) expect(extent.total).toBeGreaterThan(0);
    }
  });
});

describe("an edge looks", () => {
  const plain = { id: "a/B/c", modality: "ACTUAL", form: null, rank: "NORMAL" } as const;

  test("barred if somebody stands in the way, dashed if it has not happened, dotted if it did not", () => {
    expect(markOf(plain, UNDISPUTED)).toEqual({ stroke: "solid", head: "arrow", double: false, tone: "plain" });
    expect(markOf({ ...plain, form: "VETO" }, UNDISPUTED)).toMatchObject({ head: "bar", stroke: "solid" });
    expect(markOf({ ...plain, form: "VETO", modality: "POSSIBLE" }, UNDISPUTED)).toMatchObject({
      head: "bar",
      stroke: "dashed",
    });
    expect(markOf({ ...plain, modality: "DID_NOT_HAPPEN" }, UNDISPUTED).stroke).toBe("dotted");
  });

  test("double if it says that two nodes contradict each other", async () => {
    const view = viewOf("the-camps");
    const store = await load(view);
    const { view: found } = await answer(followUpQuery(view, null, [...store.nodes.keys()]));
    const disputed = disputedBy(found.disputes?.nodes ?? []);
    const double = [...store.links.values()].filter((link) => markOf(link, disputed).double);
    expect(double.map(({ type }) => type)).toEqual(["CONTRADICTS", "CONTRADICTS", "CONTRADICTS"]);
  });
});
