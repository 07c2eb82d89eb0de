import { beforeAll, expect, test } from "vitest";

import type { Client } from "../../../web/explorer/src/api/client.js";
import type { Operation } from "../../../web/explorer/src/api/operation.js";
import { createExplorer, type Explorer } from "../../../web/explorer/src/explorer.js";
import { STORIES, storyOf } from "../../../web/explorer/src/stories.js";
import { expand } from "../../../web/explorer/src/view/change.js";
import { EMPTY_VIEW, type View } from "../../../web/explorer/src/view/view.js";
import { seedsAnswer } from "./ask.js";

let answer: <Data>(operation: Operation<Data>) => Promise<Data>;
beforeAll(async () => {
  answer = await seedsAnswer();
});

const CAMPS: View = storyOf("the-camps")?.view ?? STORIES[0].view;

interface Gate {
  readonly client: Client;
  readonly let: (name: string, place?: number) => Promise<void>;
}

/** A client whose answers come once they are let through, wanted or not: of those with a name, that in a place among them. */
function gated(): Gate {
  const waiting: { readonly name: string; readonly go: () => void }[] = [];
  return {
    client: {
      endpoint: "",
      ask: async (operation) => {
        await new Promise<void>((go) => waiting.push({ name: operation.name, go }));
        return answer(operation);
      },
    },
    let: async (name, place = 0) => {
      const named = (): typeof waiting => waiting.filter((one) => one.name === name);
      await expect.poll(() => named().length).toBeGreaterThan(place);
      const next = named()[place];
      waiting.splice(
        waiting.findIndex((one) => one === next),
        1,
      );
      next?.go();
    },
  };
}

async function idle(explorer: Explorer): Promise<void> {
  await expect.poll(() => explorer.state().busy).toBe(false);
  expect(explorer.state().trouble).toBeNull();
}

/** An explorer that shows a view, all of whose answers have come, and what lets further ones through. */
async function opened(view: View): Promise<{ readonly explorer: Explorer; readonly pass: Gate["let"] }> {
  const { client, let: pass } = gated();
  const explorer = createExplorer(client);
  explorer.show(view);
  await pass("View");
  await pass("FollowUp");
  await idle(explorer);
  return { explorer, pass };
}

const START: View = { ...EMPTY_VIEW, nodes: ["china", "north-korea"] };

test("what is in dispute is asked for again when a selection overtakes the question", async () => {
  const { explorer, pass } = await opened({ ...EMPTY_VIEW, nodes: ["north-korea"] });
  expect(explorer.state().disputes).toEqual([]);

  explorer.show(CAMPS);
  await pass("View");
  await expect.poll(() => explorer.state().answered).toBe(CAMPS);
  explorer.show({ ...CAMPS, selected: "north-korea" });
  await pass("FollowUp");
  await pass("FollowUp");
  await idle(explorer);
  expect(explorer.state().disputes.length).toBeGreaterThan(0);
  expect(explorer.state().disputesOf).toBe(explorer.state().store);
});

test("an answer that comes when another view is asked for takes nothing from that one", async () => {
  const { explorer, pass } = await opened(START);

  const first = expand(START, { node: "north-korea", type: "ABOUT", way: "IN" });
  const second = expand(first, { node: "china", type: "CAST", way: "OUT" });
  explorer.show(first);
  explorer.show(second);
  await pass("View");
  await pass("View");
  await pass("FollowUp");
  await idle(explorer);
  const { answered, store } = explorer.state();
  expect(answered).toBe(second);
  expect([...store.extents.keys()]).toEqual(["north-korea~ABOUT~IN", "china~CAST~OUT"]);
  for (const { links } of store.extents.values()) for (const id of links) expect(store.links.has(id)).toBe(true);
});

test("details that come late do not take the place of those of what is selected now", async () => {
  const { explorer, pass } = await opened(START);

  explorer.show({ ...START, selected: "china" });
  explorer.show({ ...START, selected: "north-korea" });
  await pass("FollowUp", 1);
  await idle(explorer);
  await pass("FollowUp");
  // The late answer is computed, and then heard or not.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(explorer.state().details?.id).toBe("north-korea");
});
