/** Texts in one line with their numbers before them, `[1] this [3] that`: of what is null, only the number is taken. */
export function numbered(texts: readonly (string | null)[]): string {
  return texts
    .flatMap((text, index) => (text === null ? [] : [`[${index + 1}] ${text.replace(/\s+/g, " ")}`]))
    .join(" ");
}
