/**
 * The states that a list of names means. Files split a name in two ("CÔTE.", "D'IVOIRE"), join two ("CHILE,DOMINICAN REPUBLIC"), break one with a
 * space ("GE RMANY") or leave a letter behind it ("CHILEs"). Each such repair is made only where all of what results is a known name; nothing is guessed.
 */

/**
 * Longer texts are no name, with whatever it is on behalf of: the longest of the files has 230 characters. Each repair tries every place of a
 * text against every other, which a text of millions would make endless.
 */
const MAX_LENGTH = 500;

/** One name of a list: the state, or null with the text as it is written. */
export interface Named {
  /** The id of a state; null where the name is of no state known. */
  readonly state: string | null;
  /** As the file writes it, cleaned of needless space, and cut where it is too long to be one. */
  readonly text: string;
  /** On whose behalf, as the file writes it: `the Group of 77 and China`. */
  readonly behalf?: string;
}

export function readNames(list: readonly string[], byName: (name: string) => string | null): readonly Named[] {
  const names = list.map((name) => name.replace(/\s+/g, " ").trim()).filter((name) => name !== "");
  const read: Named[] = [];
  for (let i = 0; i < names.length; i++) {
    const text = names[i] ?? "";
    if (text.length > MAX_LENGTH) {
      read.push({ state: null, text: `${text.slice(0, MAX_LENGTH)}…` });
      continue;
    }
    const single = readName(text, byName);
    const next = names[i + 1];
    // Neither part is a state on its own.
    const joined = single !== null || next === undefined ? null : byName(`${text.replace(/\.$/, "")} ${next}`);
    if (joined !== null && next !== undefined && readName(next, byName) === null) {
      read.push({ state: joined, text: `${text} ${next}` });
      i++;
    } else read.push(...(single ?? splitName(text, byName) ?? [{ state: null, text }]));
  }
  return read;
}

function readName(text: string, byName: (name: string) => string | null): readonly Named[] | null {
  const [, principal = text, behalf] = BEHALF.exec(text) ?? [];
  const extra = behalf === undefined ? {} : { behalf: behalf.replace(MEMBERS, "").replace(/^the /i, "") };
  const plain = principal.replace(/^the /i, "").replace(STRAY, "");
  const known = byName(principal) ?? byName(plain) ?? byUnbroken(plain, byName);
  return known === null ? null : [{ state: known, text: principal, ...extra }];
}

/** "CHILEs" */
const STRAY = /(?<=\p{Lu}{2})\p{Ll}$/u;

/** "EGYPT (ON BEHALF OF THE LEAGUE OF ARAB STATES)", "EGYPT, ON BEHALF OF …"; "OF BEHALF OF" is a misprint in the files. */
const BEHALF = /^(.+?)(?: \(|, )o[nf] behalf of ([^()]+(?:\([^()]*\)[^()]*)*)\)?$/i;
const MEMBERS = /^the states members of the united nations that are members of (?:the (?:members of )?)?/i;

/** "GE RMANY": without one of its spaces it is a name. */
function byUnbroken(text: string, byName: (name: string) => string | null): string | null {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const found = new Set(spaces.map((at) => byName(text.slice(0, at) + text.slice(at + 1))).filter((id) => id !== null));
  const [only = null] = found.size === 1 ? found : [];
  return only;
}

/** "UNITED STATES AND VIET NAM", "New Zealand Nicaragua": two names, where both are known. */
function splitName(text: string, byName: (name: string) => string | null): readonly Named[] | null {
  for (const { index, 0: separator } of text.matchAll(/ and |, ?| /gi)) {
    const halves = [text.slice(0, index), text.slice(index + separator.length)];
    const read = halves.map((half) => readName(half, byName));
    if (read.every((half) => half !== null)) return read.flat();
  }
  return null;
}
