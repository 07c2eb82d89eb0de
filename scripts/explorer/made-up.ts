/** An answer of the API to a view of 30 expansions, made up: 10,000 nodes that 30,000 edges join, a few of them to very many others. */
export function madeUpView(): unknown {
  const nodes = 10_000;
  const perExpansion = 1_000;
  let seed = 7;
  // The same numbers on every run.
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const node = (index: number): unknown => ({
    __typename: TYPES[index % TYPES.length],
    id: `n${String(index)}`,
    name: `Node number ${String(index)}`,
    identified: true,
  });
  const part = (expansion: number): unknown => ({
    totalCount: perExpansion,
    omitted: [],
    nodes: Array.from({ length: perExpansion }, (_, index) => {
      const object = (expansion * perExpansion + index) % nodes;
      const subject = random() < 0.3 ? Math.floor(random() * 12) : Math.floor(random() * nodes);
      return link(expansion * perExpansion + index, node(subject), node(object));
    }),
  });
  const parts = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`e${String(index)}`, part(index)]));
  return { ...ORIENTATION, view: { nodes: [], ...parts } };
}

/** The address of that view. */
export const MADE_UP_FRAGMENT = Array.from(
  { length: 30 },
  (_, index) => `expand=n${String(index)}~ABOUT~out~1000`,
).join("&");

const TYPES = ["State", "Vote", "Resolution", "Statement", "Person"];

const ORIENTATION = {
  snapshot: {
    id: "0".repeat(64),
    nodes: 10_000,
    links: 30_000,
    types: TYPES.map((type) => ({ type, count: 2_000 })),
    relationships: [{ type: "ABOUT", count: 30_000 }],
  },
  firstDate: { nodes: [{ date: "1946" }] },
  lastDate: { nodes: [{ date: "2024" }] },
  firstSource: { nodes: [{ date: "1946" }] },
  lastSource: { nodes: [{ date: "2024" }] },
  bodies: { nodes: [] },
};

function link(index: number, subject: unknown, object: unknown): unknown {
  const evidence = {
    citation: `A register, row ${String(index)}`,
    url: null,
    quote: null,
    paragraph: null,
    row: index,
    page: null,
    section: null,
    symbol: null,
    source: { id: "register", name: "A register" },
    attributedTo: [],
    reportedBy: [],
  };
  return {
    id: `edge-${String(index)}`,
    type: "ABOUT",
    date: null,
    from: null,
    until: null,
    modality: index % 10 === 0 ? "POSSIBLE" : "ACTUAL",
    rank: "NORMAL",
    form: index % 25 === 0 ? "VETO" : null,
    kind: null,
    role: null,
    position: null,
    aim: null,
    reason: null,
    corroboration: 1,
    derivedFrom: [],
    basis: [],
    evidence: [evidence],
    subject,
    object,
  };
}
