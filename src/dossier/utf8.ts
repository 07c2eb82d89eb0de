/** A text, or the place (from 1) of the first bytes that are not UTF-8. */
type Decoded = { readonly text: string } | { readonly line: number; readonly column: number };

/** Decodes UTF-8 strictly; a byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    // A lenient decoder puts the replacement character where the strict one gives up.
    const before = new TextDecoder().decode(bytes).split("\uFFFD", 1).join("").split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
