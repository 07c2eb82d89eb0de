import { describe, expect, test } from "vitest";

import type { LinksAnswer, NodeAnswer } from "../../../web/explorer/src/api/types.js";
import { groupsOf, groupText } from "../../../web/explorer/src/graph/groups.js";
import { UNDISPUTED } from "../../../web/explorer/src/graph/marks.js";
import { EMPTY_STORE, withExpansion, type Store } from "../../../web/explorer/src/graph/store.js";
import { drawingOf } from "../../../web/explorer/src/picture/drawing.js";
import { chosen, collapse, expand, leaveOut, more } from "../../../web/explorer/src/view/change.js";
import { EMPTY_VIEW, expansionKey, MOST, type Expansion, type View } from "../../../web/explorer/src/view/view.js";

const ARDA: NodeAnswer = { __typename: "State", id: "arda", name: "Arda", identified: true };
const CAST: Expansion = { node: "arda", type: "CAST", way: "OUT", first: 25 };
const KEY = expansionKey(CAST);
const START: View = { ...EMPTY_VIEW, nodes: ["arda"] };
const VIEW: View = { ...START, expansions: [CAST] };

/** A store in which so many of 5,000 edges of an expansion are told to be there. */
function storeWith(expansion: Expansion, shown: number, total = 5_000): Store {
  const nodes = new Map([["arda", ARDA]]);
  const answer: LinksAnswer = { totalCount: total, omitted: [], nodes: [] };
  const store = withExpansion({ ...EMPTY_STORE, nodes }, expansion, answer);
  const extent = store.extents.get(expansionKey(expansion));
  if (extent === undefined) throw new Error("no extent");
  return { ...store, extents: new Map([[expansionKey(expansion), { ...extent, shown }]]) };
}

describe("a group", () => {
  test("stands for the edges that are not shown, and tells how many there are and what opening it brings", () => {
    const [group] = groupsOf(storeWith(CAST, 25), VIEW);
    if (group === undefined) throw new Error("no group");
    expect(group).toMatchObject({ id: KEY, total: 5_000, shown: 25 });
    expect(groupText(group)).toBe("Arda: cast. 25 of 5,000 edges are shown. Opening this brings 25 more.");
    const { groups } = drawingOf({ nodes: [ARDA], links: [] }, UNDISPUTED, [group]);
    expect(groups).toEqual([{ id: KEY, node: "arda", label: "+4,975 cast →" }]);
  });

  test("says so when a view shows no more, and how many are left when that is less than a page", () => {
    const text = (expansion: Expansion, shown: number, total: number): string =>
      groupsOf(storeWith(expansion, shown, total), { ...VIEW, expansions: [expansion] })
        .map(groupText)
        .join("");
    expect(text({ ...CAST, first: MOST }, 1_000, 5_000)).toContain("A view shows at most 1,000");
    expect(text({ ...CAST, first: 50 }, 50, 60)).toContain("Opening this brings 10 more.");
  });

  test("is not there when all is shown, when its relationship is hidden, or before there is an answer", () => {
    expect(groupsOf(storeWith(CAST, 60, 60), VIEW)).toEqual([]);
    expect(groupsOf(storeWith(CAST, 25), { ...VIEW, hidden: ["CAST"] })).toEqual([]);
    expect(groupsOf(EMPTY_STORE, VIEW)).toEqual([]);
  });

  test("is not drawn without the node that it is of", () => {
    const groups = groupsOf(storeWith(CAST, 25), VIEW);
    expect(drawingOf({ nodes: [], links: [] }, UNDISPUTED, groups).groups).toEqual([]);
  });
});

describe("a view", () => {
  test("brings a further page of the group that is chosen, and selects it; at the bound it only selects it", () => {
    expect(chosen(VIEW, KEY)).toEqual({ ...more(VIEW, CAST), selected: KEY });
    const full = { ...VIEW, expansions: [{ ...CAST, first: MOST }] };
    expect(chosen(full, KEY)).toEqual({ ...full, selected: KEY });
    // The same expansions tell the picture that there is nothing to go to once it is selected.
    expect(chosen(full, KEY).expansions).toBe(full.expansions);
    expect(chosen(VIEW, "arda")).toEqual({ ...VIEW, selected: "arda" });
  });

  test("collapsed, has the group with all edges, from which a first page comes again; its node stays", () => {
    const collapsed = collapse({ ...VIEW, nodes: [] }, CAST);
    expect(collapsed).toEqual({ ...VIEW, expansions: [{ ...CAST, first: 0 }] });
    expect(more(collapsed, CAST)).toEqual(VIEW);
  });

  test("without the expansion, has no group of it, keeps its node, and selects that where the group was selected", () => {
    expect(leaveOut({ ...VIEW, nodes: [] }, CAST)).toEqual(START);
    expect(leaveOut({ ...VIEW, selected: KEY }, CAST)).toEqual({ ...START, selected: "arda" });
    expect(expand(leaveOut(VIEW, CAST), CAST)).toEqual(VIEW);
  });
});
