/** What Windows-1252 has where Latin-1 has control characters, from 0x80. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Undoes that UTF-8 was read as Windows-1252, once or several times: `CÃ”TE D'IVOIRE` is `CÔTE D'IVOIRE`. A text in which that did not
 * happen stays as it is: its bytes would be no UTF-8.
 */
export function repairEncoding(text: string): string {
  let repaired = text;
  // What was not damaged has nothing beyond ASCII, or does not come out as UTF-8.
  while (/[^\0-\x7f]/.test(repaired)) {
    const bytes = toWindows1252(repaired);
    if (bytes === null) return repaired;
    try {
      repaired = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return repaired;
    }
  }
  return repaired;
}

function toWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const place = unit < 0x80 || unit > 0x9f ? WINDOWS_1252.indexOf(text.charAt(i)) : -1;
    if (place !== -1) bytes[i] = 0x80 + place;
    else if (unit <= 0xff) bytes[i] = unit;
    else return null;
  }
  return bytes;
}
