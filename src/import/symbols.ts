/** UN document symbols as official files spell them, and as one spelling. */

/** The organs whose documents a symbol can name. */
export type Organ = "GENERAL_ASSEMBLY" | "SECURITY_COUNCIL" | "HUMAN_RIGHTS_COUNCIL";

/** How files write one symbol, and how it is written here. Tried in order, each on what the one before made. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // White space of any kind, and around slashes.
  [/\s+/g, " "],
  [/ ?\/ ?/g, "/"],
  // S/RES/1285 (2000)
  [/^(S\/RES\/\d+) \((\d{4})\)$/, "$1($2)"],
  // Roll calls: R/69/188, R/31/6A, ESS/10/2, SS/9/1.
  [/^R\/(?=\d)/, "A/RES/"],
  [/^ESS\/(?=\d)/, "A/RES/ES-"],
  [/^SS\/(?=\d)/, "A/RES/S-"],
  // A/RES/31/6A, A/RES/31/6/A
  [/^(A\/RES\/(?:ES-|S-)?\d+\/\d+)[ /]?([A-Z](?:-[A-Z])?)(?=$|[ /])/, "$1 $2"],
  // S/PV9024, S/PV.4129(Resumption1), A/74/PV.52 (resumed)
  [/\/PV\.?(?=\d)/, "/PV."],
  [/(\/PV\.\d+) ?\((?:Resumption|resumption) ?(\d+)\)$/, "$1 (Resumption $2)"],
  // A/75/L101
  [/\/L(?=\d)/, "/L."],
];

/** The one spelling of a symbol: `S/RES/1285 (2000)` is `S/RES/1285(2000)`, `R/31/6A` is `A/RES/31/6 A`. */
export function normaliseSymbol(text: string): string {
  return SPELLINGS.reduce((symbol, [spelling, ours]) => symbol.replace(spelling, ours), text.trim());
}

/** The organ whose document a normalised symbol names; null where it is another's, or no symbol. */
export function organOf(symbol: string): Organ | null {
  if (symbol.startsWith("A/HRC/")) return "HUMAN_RIGHTS_COUNCIL";
  if (symbol.startsWith("A/")) return "GENERAL_ASSEMBLY";
  return symbol.startsWith("S/") ? "SECURITY_COUNCIL" : null;
}

const RESOLUTIONS: Readonly<Record<Organ, RegExp>> = {
  GENERAL_ASSEMBLY:
    /^A\/RES\/(?:(?:ES-|S-)?\d+\/\d+(?: [A-Z](?:-[A-Z])?)?(?:\/[IVX]+)?|\d+\((?:ES-|S-)?[IVXLC]+\)(?: [A-Z]+)?)$/,
  SECURITY_COUNCIL: /^S\/RES\/\d+\(\d{4}\)$/,
  HUMAN_RIGHTS_COUNCIL: /^A\/HRC\/RES\/(?:S-)?\d+\/\d+$/,
};

/** The organ that adopted the resolution of this normalised symbol; null where it is not the symbol of a resolution. */
export function adopterOf(symbol: string): Organ | null {
  const organ = organOf(symbol);
  return organ !== null && RESOLUTIONS[organ].test(symbol) ? organ : null;
}

/**
 * The draft that a field names, where it names just one and no report: `A/74/L.5`, `A/C.3/75/L.30`, `S/2014/348`. Addenda, which list
 * further sponsors, and amendments to it do not matter.
 */
export function draftSymbol(text: string): string | null {
  const [first = "", ...others] = normaliseSymbol(text)
    .replace(/,? \(?(?:and )?as (?:orally |further )*(?:revised|amended|corrected)\b.*$/, "")
    .split(/ and |, /);
  const same = others.every((other) => other.startsWith(`${first}/Add.`));
  return same && /^(?:A\/(?:.+\/)?L\.\d+(?:\/Rev\.\d+)?|S\/\d{4}\/\d+(?:\/Rev\.\d+)?)$/.test(first) ? first : null;
}
