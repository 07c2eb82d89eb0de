/**
 * Compares strings by Unicode code point, as the API's string order is defined. JavaScript's `<` compares UTF-16 units, which
 * puts characters beyond U+FFFF before U+E000–U+FFFF.
 *
 * @returns a negative number, 0 or a positive number
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Lifts surrogates, which stand for code points above all others, over the rest of the UTF-16 range. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
