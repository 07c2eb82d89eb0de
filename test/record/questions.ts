import { runPython } from "./record.js";

/** Answers computed from the files by `scripts/verify/questions.py`. States go by code, or by id where they have none. */
export interface Answers {
  /** By organ: the votes of which somebody's position is known. */
  readonly votes: Readonly<Record<Organ, number>>;
  /** By organ, by state, by the other state. */
  readonly agreement: Readonly<Record<Organ, Readonly<Record<string, Readonly<Record<string, Compared>>>>>>;
  /** Of the United States and Russia in the General Assembly, by year. */
  readonly years: Readonly<Record<string, Figures>>;
  /**
   * The votes of the General Assembly in which one of Germany and Namibia was for and the other against: numbers of roll calls, symbols of
   * texts that no roll call has.
   */
  readonly opposed: readonly string[];
  /** Roll calls on the General Assembly's resolutions on human rights in North Korea, by date. */
  readonly series: readonly { readonly symbol: string; readonly date: string }[];
  /** States by their positions in the first and the last of the series, such as `NO YES`. */
  readonly moves: Readonly<Record<string, readonly string[]>>;
  /** States that voted for one text of the series and against another. */
  readonly bothWays: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly vetoes: Readonly<Record<string, readonly Veto[]>>;
}

export type Organ = "assembly" | "security" | "rights";

export interface Figures {
  readonly shared: number;
  readonly same: number;
  readonly partly: number;
  readonly opposite: number;
  readonly score: number;
}

interface Compared extends Figures {
  /** How often they took which positions: by `YES NO`. */
  readonly pairs: Readonly<Record<string, number>>;
}

interface Veto {
  readonly date: string;
  readonly draft: string;
  readonly with: readonly string[];
}

interface Connection<T> {
  readonly nodes: readonly T[];
}
interface Agreement extends Figures {
  readonly with: { readonly iso2: string | null; readonly id: string };
  readonly pairs: readonly { readonly of: string; readonly with: string; readonly count: number }[];
  readonly years: readonly (Figures & { readonly year: number })[];
}
type Ask = (query: string) => Promise<unknown>;

const FIGURES = "shared same partly opposite score";
const SERIES = `on: { some: { partOf: { some: { id: { eq: "ga-resolutions-on-north-korea" } } } } }`;

/** Filters for an organ's votes. Many of the General Assembly's roll calls name no resolution: what was adopted does not find them. */
const VOTES_OF: Readonly<Record<Organ, string>> = {
  assembly: `takenBy: { some: { id: { eq: "un-general-assembly" } } }`,
  security: `takenBy: { some: { id: { eq: "un-security-council" } } }`,
  rights: `takenBy: { some: { id: { eq: "un-human-rights-council" } } }`,
};

/** Null where Python is not installed and need not be. */
export async function computeAnswers(): Promise<Answers | null> {
  const printed = await runPython("questions.py");
  return printed === null ? null : (JSON.parse(printed) as Answers);
}

/** The votes of an organ: those of which somebody's position is known, and all. */
export async function votesOf(ask: Ask, organ: Organ): Promise<{ readonly known: number; readonly all: number }> {
  const { known, all } = (await ask(
    `{ known: votes(where: { ${VOTES_OF[organ]}, castBy: { count: { gte: 1 } } }) { totalCount }
      all: votes(where: { ${VOTES_OF[organ]} }) { totalCount } }`,
  )) as Readonly<Record<"known" | "all", { readonly totalCount: number }>>;
  return { known: known.totalCount, all: all.totalCount };
}

/** How far a state agrees with each other one in an organ, as {@link Answers} has it. */
export async function agreementOf(ask: Ask, organ: Organ, iso2: string): Promise<Readonly<Record<string, Compared>>> {
  const { agreement } = (await ask(
    `{ agreement(of: "${await idOf(ask, iso2)}", first: 1000, where: { ${VOTES_OF[organ]} }) {
      nodes { with { ... on State { iso2 id } } ${FIGURES} pairs { of with count } } } }`,
  )) as { readonly agreement: Connection<Agreement> };
  return Object.fromEntries(
    agreement.nodes.map(({ with: other, pairs, ...figures }) => {
      const counts = pairs.map((pair) => [`${pair.of} ${pair.with}`, pair.count] as const);
      return [other.iso2 ?? other.id, { ...figures, pairs: Object.fromEntries(counts) }];
    }),
  );
}

/** The agreement of the United States and Russia in the General Assembly, by year. */
export async function agreementByYear(ask: Ask): Promise<Answers["years"]> {
  const { agreement } = (await ask(
    `{ agreement(of: "united-states", with: { iso2: { eq: "RU" } }, where: { ${VOTES_OF.assembly} }) {
      nodes { years { year ${FIGURES} } } } }`,
  )) as { readonly agreement: Connection<Agreement> };
  return Object.fromEntries(
    agreement.nodes.flatMap(({ years }) => years).map(({ year, ...figures }) => [String(year), figures]),
  );
}

/** The votes in which Germany and Namibia took opposite sides, page by page, as {@link Answers} has them, and what is said of their number. */
export async function opposedVotes(
  ask: Ask,
): Promise<{ readonly votes: readonly string[]; readonly counts: ReadonlySet<number> }> {
  const votes: string[] = [];
  const counts = new Set<number>();
  for (let after: string | null = null; ;) {
    const cursor: string = after === null ? "" : `, after: "${after}"`;
    const { agreement } = (await ask(
      `{ agreement(of: "${await idOf(ask, "DE")}", with: { iso2: { eq: "NA" } }, where: { ${VOTES_OF.assembly} }) {
        nodes { opposite matches(figure: OPPOSITE, first: 60${cursor}) {
          totalCount pageInfo { endCursor hasNextPage }
          edges { of { position evidence { section symbol } } with { position } } } } } }`,
    )) as { readonly agreement: Connection<Opposed> };
    const [found] = agreement.nodes;
    if (found === undefined) throw new Error("no agreement");
    counts.add(found.opposite).add(found.matches.totalCount);
    for (const { of, with: other } of found.matches.edges) {
      if ([of.position, other.position].sort().join(" ") !== "NO YES") throw new Error(JSON.stringify({ of, other }));
      votes.push(nameOfVote(of.evidence));
    }
    if (!found.matches.pageInfo.hasNextPage) return { votes: votes.toSorted(), counts };
    after = found.matches.pageInfo.endCursor;
  }
}

interface Opposed {
  readonly opposite: number;
  readonly matches: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
    readonly edges: readonly {
      readonly of: { readonly position: string; readonly evidence: readonly Place[] };
      readonly with: { readonly position: string };
    }[];
  };
}

interface Place {
  readonly section: string | null;
  readonly symbol: string | null;
}

/** The number of the roll call that proves a position, or the symbol of the text whose record does. */
function nameOfVote(evidence: readonly Place[]): string {
  const numbers = evidence.map(({ section }) => /^un_votes\.csv rcid (\d+)$/.exec(section ?? "")?.[1]);
  return numbers.find((number) => number !== undefined) ?? evidence[0]?.symbol ?? "";
}

/** Who moved between two votes, as {@link Answers} has it. */
export async function movesBetween(ask: Ask, first: string, last: string): Promise<Answers["moves"]> {
  const positions = ["YES", "NO", "ABSTAIN"];
  const moves = positions.flatMap((of) => positions.filter((other) => other !== of).map((other) => [of, other]));
  const fields = moves.map(
    ([of = "", other = ""]) =>
      `${of}_${other}: matches(of: ${of}, with: ${other}, first: 1000) { nodes { ... on State { iso2 } } }`,
  );
  const { agreement } = (await ask(
    `{ agreement(of: "${first}", with: { id: { eq: "${last}" } }) { nodes { ${fields.join(" ")} } } }`,
  )) as { readonly agreement: Connection<Readonly<Record<string, Connection<{ readonly iso2: string }>>>> };
  const found = Object.entries(agreement.nodes[0] ?? {}).map(([move, { nodes }]) => [
    move.replace("_", " "),
    nodes.map(({ iso2 }) => iso2).sort(),
  ]);
  return Object.fromEntries(found.filter(([, states]) => states?.length !== 0)) as Answers["moves"];
}

/** The votes of the series, by date, and the codes of the states that voted both ways in it. */
export async function seriesOnNorthKorea(
  ask: Ask,
): Promise<{ readonly votes: readonly { readonly id: string; readonly date: string }[]; readonly both: unknown }> {
  const took = (position: string): string =>
    `{ cast: { edge: { position: { eq: ${position} } }, some: { ${SERIES} } } }`;
  const { votes, states } = (await ask(
    `{ votes(where: { ${SERIES}, castBy: { count: { gte: 1 } } }, orderBy: [{ node: DATE }]) { nodes { id date } }
      states(where: { and: [${took("NO")}, ${took("YES")}] }) { nodes { iso2 } } }`,
  )) as {
    readonly votes: Connection<{ readonly id: string; readonly date: string }>;
    readonly states: Connection<{ readonly iso2: string }>;
  };
  return { votes: votes.nodes, both: states.nodes.map(({ iso2 }) => iso2).sort() };
}

/** Every veto of each member: its day, the draft's symbol and with whom, in the order of {@link listed}. */
export async function vetoesByMember(ask: Ask): Promise<Readonly<Record<string, readonly string[]>>> {
  interface Member {
    readonly name: string;
    readonly vetoed: {
      readonly edges: readonly {
        readonly date: string;
        readonly node: {
          readonly draftSymbol: string | null;
          readonly vetoedBy: Connection<{ readonly name: string }>;
        };
      }[];
    };
  }
  const { states } = (await ask(
    `{ states(where: { vetoed: { count: { gte: 1 } } }) { nodes { name
      vetoed(first: 1000) { edges { date node { draftSymbol vetoedBy { nodes { name } } } } } } } }`,
  )) as { readonly states: Connection<Member> };
  return Object.fromEntries(
    states.nodes.map(({ name, vetoed }) => [
      name,
      listed(
        vetoed.edges.map(({ date, node }) => ({
          date,
          draft: node.draftSymbol ?? "",
          with: node.vetoedBy.nodes.map((member) => member.name).filter((member) => member !== name),
        })),
      ),
    ]),
  );
}

/** Vetoes as lines that compare. Of a draft's symbol that which identifies it; in the list there may be a meeting's in its place. */
export function listed(vetoes: readonly Veto[]): readonly string[] {
  return vetoes
    .map(
      ({ date, draft, with: others }) =>
        `${date} ${/^S\/(?:\d{4}\/)?\d+(?:\/Rev\.\d+)?/.exec(draft)?.[0] ?? "no symbol"} ${others.toSorted().join(", ")}`,
    )
    .sort();
}

async function idOf(ask: Ask, iso2: string): Promise<string> {
  const { state } = (await ask(`{ state(iso2: "${iso2}") { id } }`)) as { readonly state: { readonly id: string } };
  return state.id;
}
