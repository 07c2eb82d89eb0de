/** What XML 1.0 cannot hold in any way: control characters, U+FFFE, U+FFFF and surrogates without their other half. */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const UNHOLDABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/gu;

/** The last three are line breaks to some readers, which make one like any other of them. */
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\u0085": "&#133;",
  "\u2028": "&#8232;",
};

/** Whether XML can hold a text as it is. */
export function isHoldable(text: string): boolean {
  return text.search(UNHOLDABLE) === -1;
}

/** A text between tags. Characters that XML cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  return holdable(text).replace(/[&<>\r\u0085\u2028]/g, escape);
}

/** A text in an attribute between double quotes, likewise. Line breaks and tabs, which a reader would make spaces of, stay what they are. */
export function xmlAttribute(text: string): string {
  return holdable(text).replace(/[&<>"\t\n\r\u0085\u2028]/g, escape);
}

/** JSON that XML can hold: read as JSON, it is the same value. */
export function xmlJson(value: unknown): string {
  // Surrogates and control characters are escaped by JSON already.
  const json = JSON.stringify(value).replace(/[\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
  return xmlText(json);
}

function holdable(text: string): string {
  return text.replace(UNHOLDABLE, "\ufffd");
}

function escape(character: string): string {
  return ESCAPES[character] ?? character;
}
