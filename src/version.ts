import { readFileSync } from "node:fs";

/** The version of Plenary, as its package says. */
export function plenaryVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
