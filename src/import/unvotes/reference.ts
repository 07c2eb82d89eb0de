import { adopterOf, normaliseSymbol } from "../symbols.js";

/** What a roll call was taken on, as far as the column `unres` surely says. */
export interface Reference {
  /** The symbol of the resolution that was voted on or is a part of what was. */
  readonly symbol: string;
  /** Such as `XII`: a section of it was voted on, not the whole. */
  readonly section: string | null;
}

/** Before its thirty-first session the Assembly numbered resolutions throughout, and the register often gives pages of records instead. */
const FIRST_SESSION = 31;

/**
 * Reads `unres`: `A/RES/74/19`, `R/69/188`, `R/31/6J`, `R/42/209/A`, `R/34/233/XII`.
 *
 * @returns null where that is surely no symbol, or may be none: before session 31, of special sessions in the old form, and where the
 *   session named is another than that of the roll call
 */
export function readReference(unres: string, session: string): Reference | null {
  const modern = /^A\/RES\/(?:ES-)?\d+\/\d+$/.exec(unres);
  if (modern !== null) return { symbol: unres, section: null };
  const [, of, number, letter, section] =
    /^R\/(\d+)\/(\d+)(?:\/?([A-Z])(?![A-Z]))?(?:\/([IVX]+))?$/.exec(withoutSingleNumeral(unres)) ?? [];
  if (of !== session || number === undefined || Number(session) < FIRST_SESSION) return null;
  const symbol = normaliseSymbol(`R/${of}/${number}${letter ?? ""}`);
  return adopterOf(symbol) === null ? null : { symbol, section: section ?? singleNumeral(unres) };
}

/** `R/34/233/I` is section I, for budgets have sections; `R/42/209/A` is part A. */
function singleNumeral(unres: string): string | null {
  return /\/([IVX])$/.exec(unres)?.[1] ?? null;
}

function withoutSingleNumeral(unres: string): string {
  return unres.replace(/\/[IVX]$/, "");
}
