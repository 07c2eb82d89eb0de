import { iso31661 } from "iso-3166";

import type { Alias, Evidence } from "../../graph/record.js";
import type { Identities, NodeDraft, Sink } from "../importer.js";
import { slug } from "../slug.js";
import { Namings } from "./names.js";
import type { StateResolver } from "./resolver.js";
import { FORMER_STATES, NO_STATES, OLD_CODES, OTHER_NAMES, SHORT_NAMES } from "./table.js";
import type { Proof } from "./table.js";

/** The sources of what is said of states here; they become part of a graph with the first state. */
const ISO = "iso-3166";

function register(id: Proof["source"], name: string, url: string | null): NodeDraft {
  const properties = { kind: "REGISTER", ...(url === null ? {} : { url }), covers: [{ complete: false }] };
  return { id, type: "Source", name, properties, evidence: [] };
}

const SOURCES: readonly NodeDraft[] = [
  {
    id: ISO,
    type: "Source",
    name: "Codes of ISO 3166-1 and 3166-3, as the npm package iso-3166 has them",
    properties: {
      kind: "REGISTER",
      date: "2026-03-05",
      licence: "MIT",
      url: "https://github.com/wooorm/iso-3166",
      covers: [{ complete: false }],
    },
    evidence: [],
  },
  register(
    "un-membership",
    "Member States of the United Nations, with notes on changes of name and succession",
    "https://www.un.org/en/about-us/growth-in-un-membership",
  ),
  register(
    "un-treaty-collection",
    "Historical information on states in the United Nations Treaty Collection",
    "https://treaties.un.org/Pages/HistoricalInfo.aspx",
  ),
  register("plenary-states", "Names of states in Plenary's own table, not checked against a document", null),
];

/** What is known of one state: its key in the tables, and the node it becomes. */
interface KnownState {
  readonly key: string;
  readonly name: string;
  readonly codes: { readonly iso2?: string; readonly iso3?: string; readonly m49?: string };
  readonly aliases: readonly Alias[];
  readonly evidence: readonly Evidence[];
}

const STATES: ReadonlyMap<string, KnownState> = new Map(
  [...presentStates(), ...formerStates()].map((state) => [state.key, state]),
);
const ENDS: ReadonlyMap<string, string> = new Map(FORMER_STATES.map(({ id, until }) => [id, until]));

/** Resolves states, and has those that are asked for emitted to `sink`, each once. */
export function resolveStates(identities: Identities, sink: Sink): StateResolver {
  const names = namings();
  const codes = codings();
  const ids = new Map<string, string>();
  const idOf = (key: string | null): string | null => {
    const state = key === null ? undefined : STATES.get(key);
    if (state === undefined) return null;
    const known = ids.get(state.key);
    if (known !== undefined) return known;
    if (ids.size === 0) for (const source of SOURCES) sink.node(source);
    const id = identify(state, identities);
    ids.set(state.key, id);
    const { name, codes: properties, aliases, evidence } = state;
    sink.node({ id, type: "State", name, nameMade: true, properties, aliases, evidence });
    return id;
  };
  return {
    byName: (name, date) => idOf(names.find(name, date, ENDS)),
    byCode: (code, date) => idOf(codes.find(code, date, ENDS)),
  };
}

function identify({ key, name, codes }: KnownState, identities: Identities): string {
  const otherwise = ENDS.has(key) ? key : slug(name);
  return codes.iso3 === undefined
    ? identities.identifyNamed("State", name, otherwise)
    : identities.identify("State", "iso3", codes.iso3, otherwise);
}

function presentStates(): readonly KnownState[] {
  return iso31661
    .filter(({ alpha2 }) => !NO_STATES.has(alpha2))
    .map((entry) => {
      const evidence = [{ source: ISO, section: `ISO 3166-1 ${entry.alpha3}` }];
      const short = SHORT_NAMES[entry.alpha3];
      const official = turned(entry.name);
      const name = short ?? official;
      const aliases: readonly Alias[] = name === official ? [] : [{ text: official, kind: "NAME", evidence }];
      return {
        key: entry.alpha3,
        name,
        codes: { iso2: entry.alpha2, iso3: entry.alpha3, m49: entry.numeric },
        aliases: [...aliases, ...otherNames(entry.alpha3, name)],
        evidence,
      };
    });
}

function formerStates(): readonly KnownState[] {
  return FORMER_STATES.map(({ id, name, proof, iso2, iso3, m49 }) => ({
    key: id,
    name,
    codes: {
      ...(iso2 === undefined ? {} : { iso2 }),
      ...(iso3 === undefined ? {} : { iso3 }),
      ...(m49 === undefined ? {} : { m49 }),
    },
    aliases: otherNames(id, name),
    evidence: [
      { ...proof, section: name },
      ...(iso3 === undefined ? [] : [{ source: ISO, section: `ISO 3166-3 ${iso3}` }]),
    ],
  }));
}

function otherNames(state: string, section: string): readonly Alias[] {
  return OTHER_NAMES.filter((other) => other.state === state && other.kind !== "MISSPELLING").map(
    ({ text, kind, proof, from, until }) => ({
      text,
      kind,
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      evidence: [{ ...proof, section }],
    }),
  );
}

/** `Korea, Republic of` is `Republic of Korea`. */
function turned(name: string): string {
  const [head, tail] = name.split(", ", 2);
  return head === undefined || tail === undefined ? name : `${tail} ${head}`;
}

function namings(): Namings {
  const names = new Namings();
  for (const entry of iso31661) {
    if (NO_STATES.has(entry.alpha2)) continue;
    const texts = new Set([entry.name, turned(entry.name), SHORT_NAMES[entry.alpha3] ?? entry.name]);
    for (const text of texts) names.add(text, { state: entry.alpha3, ...since(entry.alpha3) });
  }
  for (const { id, name } of FORMER_STATES) names.add(name, { state: id });
  for (const other of OTHER_NAMES) names.add(other.text, other);
  return names;
}

function codings(): Namings {
  const codes = new Namings();
  for (const { alpha2, alpha3, numeric } of iso31661) {
    if (NO_STATES.has(alpha2)) continue;
    for (const code of [alpha2, alpha3, numeric]) codes.add(code, { state: alpha3 });
  }
  for (const { id, iso2, iso3, m49 } of FORMER_STATES) {
    for (const code of [iso2, iso3, m49]) if (code !== undefined) codes.add(code, { state: id });
  }
  for (const old of OLD_CODES) codes.add(old.code, old);
  return codes;
}

/** China's name and seat were the Republic of China's until the Assembly gave the seat to the People's Republic. */
function since(iso3: string): { readonly from?: string } {
  return iso3 === "CHN" ? { from: "1971-10-26" } : {};
}
