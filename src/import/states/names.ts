import { parseDate } from "../../graph/date.js";
import { tokenise } from "../../graph/search.js";
import { repairEncoding } from "../repair.js";

/** Something that named a state from one day until another. */
interface Naming {
  readonly state: string;
  readonly from?: string;
  readonly until?: string;
}

/** What may be written for states, and which state each named when. */
export class Namings {
  readonly #namings = new Map<string, Naming[]>();
  /** Lists of votes and sponsors have the same two hundred names over and over. */
  readonly #folded = new Map<string, string>();

  add(text: string, naming: Naming): void {
    const key = foldName(text);
    const known = this.#namings.get(key);
    if (known === undefined) this.#namings.set(key, [naming]);
    else known.push(naming);
  }

  /**
   * The state that was called so. Old names are used long after they ceased to be official: dates decide only where a name has meant
   * several states.
   *
   * @param ends the last day on which a state can be meant, of those that are no more
   */
  find(text: string, date: string, ends: ReadonlyMap<string, string>): string | null {
    const known = this.#folded.get(text);
    const key = known ?? foldName(text);
    const namings = this.#namings.get(key);
    if (namings === undefined) return null;
    // What names nothing is not kept: there is no end of that.
    if (known === undefined) this.#folded.set(text, key);
    const alone = new Set(namings.map(({ state }) => state)).size === 1;
    const meant = namings.filter((naming) => !isAfter(date, ends.get(naming.state)) && (alone || holds(naming, date)));
    const [state, other] = new Set(meant.map((naming) => naming.state));
    return state === undefined || other !== undefined ? null : state;
  }
}

/** The words of a name, in one spelling: `St. Kitts & Nevis` is `saint kitts and nevis`, `The Gambia` and `GAMBIA (THE)` are `gambia`. */
export function foldName(text: string): string {
  const words = tokenise(repairEncoding(text).replaceAll("&", " and ").replaceAll("\uFFFD", " "));
  const named = words.map((word) => (word === "st" ? "saint" : word));
  return named.filter((word, place) => word !== "the" || (place > 0 && place < named.length - 1)).join(" ");
}

function holds({ from, until }: Naming, date: string): boolean {
  return !isAfter(date, until) && !isBefore(date, from);
}

/** Whether all of a date lies after a day. */
function isAfter(date: string, day: string | undefined): boolean {
  const [left, right] = [parseDate(date), day === undefined ? null : parseDate(day)];
  return left !== null && right !== null && left.min > right.max;
}

/** Whether all of a date lies before a day. */
function isBefore(date: string, day: string | undefined): boolean {
  const [left, right] = [parseDate(date), day === undefined ? null : parseDate(day)];
  return left !== null && right !== null && left.max < right.min;
}
