/** A constant as words: `FOR_DECISION_BY` is "for decision by". Anything else stays as it is. */
export function words(text: string): string {
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text) ? text.toLowerCase().replaceAll("_", " ") : text;
}

/** A name of a property or relationship as a heading: `FOR_DECISION_BY` is "For decision by", `adoptionType` is "Adoption type". */
export function heading(name: string): string {
  const spaced = words(name)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** When something holds; empty where nobody says. */
export function when({ date, from, until }: { date?: string; from?: string; until?: string }): string {
  if (date !== undefined) return date;
  if (from !== undefined && until !== undefined) return `${from} to ${until}`;
  if (from !== undefined) return `from ${from}`;
  return until === undefined ? "" : `until ${until}`;
}

/** Text in one line in which Markdown sees no marks. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- what no text holds, and what UTF-8 cannot
  const printable = text.replace(/[\0-\x08\x0e-\x1f\x7f\ud800-\udfff]/gu, "\ufffd");
  return printable.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\s+/g, " ");
}
