import type { StateResolver } from "../states/resolver.js";

/** The state that a row means, or why it is none that is sure. */
export type Voter = { readonly id: string } | { readonly unknown: string };

/** Which state a row means, by its name and its code. */
export type Voters = (country: string, code: string) => Voter;

/** The register calls Serbia, and Serbia and Montenegro, Yugoslavia in every year; Yugoslavia had its last vote before this day. */
const SERBIA_ADMITTED = "2000-11";

/** The voters on a day. Answers are kept: 870,000 rows name two hundred states on some thousand days. */
export function votersByDate(states: StateResolver): (date: string) => Voters {
  const byDate = new Map<string, Voters>();
  return (date) => {
    const known = byDate.get(date);
    if (known !== undefined) return known;
    const voters = votersOn(states, date);
    byDate.set(date, voters);
    return voters;
  };
}

function votersOn(states: StateResolver, date: string): Voters {
  // Nearly every name stands with one code.
  const byName = new Map<string, { readonly code: string; readonly voter: Voter }>();
  return (country, code) => {
    const known = byName.get(country);
    if (known?.code === code) return known.voter;
    const voter = findVoter(states, country, code, date);
    byName.set(country, { code, voter });
    return voter;
  };
}

function findVoter(states: StateResolver, country: string, code: string, date: string): Voter {
  if (code === "YU" && date >= SERBIA_ADMITTED) return voter(states.byCode("RS", date), country, code);
  const named = states.byName(country, date);
  if (code === "") return voter(named, country, code);
  const coded = states.byCode(code, date);
  if (named !== null && coded !== null && named !== coded) return { unknown: `${country} is not ${code}` };
  return voter(coded, country, code);
}

function voter(id: string | null, country: string, code: string): Voter {
  return id === null ? { unknown: code === "" ? country : `${country} (${code})` } : { id };
}
