/** Tells which state is meant. Asking for one brings its node into the graph. */
export interface StateResolver {
  /**
   * The id of the state that was called so: `FRANCE`, `Côte d'Ivoire`, `BOLIVIA (PLURINATIONAL STATE OF)`, `USSR`. Case, accents,
   * punctuation and known wrong encodings do not matter.
   *
   * @param date when it was called so, EDTF level 0: some names meant one state first and another later
   * @returns null where no state is known to have been called so then: it is never guessed
   */
  readonly byName: (name: string, date: string) => string | null;
  /** As {@link byName}, by a code of ISO 3166-1 (two or three letters) or ISO 3166-3, or of M49 (three digits): `NA` is Namibia. */
  readonly byCode: (code: string, date: string) => string | null;
}
