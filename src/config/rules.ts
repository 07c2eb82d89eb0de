import { isIP } from "node:net";
import { z } from "zod";

/**
 * What the text of a variable must be. The message of every rule completes the sentence "expected …"; each reports one problem only.
 */

/** A whole number in decimal digits, `min` and `max` included. */
export function wholeNumber(min: number, max: number, unit = ""): z.ZodType<number, string> {
  const expected = `a whole number${unit} from ${min} to ${max}`;
  return z
    .string()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= min && Number(text) <= max, expected)
    .transform(Number);
}

/** One of some words, in exactly this spelling. */
export function oneOf<const T extends string>(words: readonly T[]): z.ZodType<T, string> {
  return z.enum(words, `one of ${words.join(", ")}`);
}

/** Where to listen. */
export function hostName(): z.ZodType<string, string> {
  return z.string().refine(isHostName, "a host name or an IP address, without scheme, port or path");
}

/** Names separated by commas that a request may have in its Host header, in lower case; `*` for any. */
export function hostNames(): z.ZodType<readonly string[], string> {
  const expected = "host names separated by commas, without scheme, port or path, such as graph.example.org; or *";
  return z
    .string()
    .transform((text) => listed(text.toLowerCase()))
    .refine((names) => names.every((name) => name === "*" || isHostName(name)), expected);
}

/** Web origins separated by commas; `*` for any. */
export function origins(): z.ZodType<readonly string[], string> {
  const expected = "web origins separated by commas, without path, such as https://example.org; or *";
  return z
    .string()
    .transform(listed)
    .refine((list) => list.every((origin) => origin === "*" || isOrigin(origin)), expected);
}

/** The address of a Neo4j database. User and password have variables of their own. */
export function neo4jAddress(): z.ZodType<string, string> {
  const expected =
    "an address such as neo4j://127.0.0.1:7687 (neo4j or bolt, +s or +ssc for TLS), without user and password";
  return z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return (
      url.hostname !== "" &&
      /^(neo4j|bolt)(\+s|\+ssc)?:$/.test(url.protocol) &&
      url.username === "" &&
      url.password === ""
    );
  }, expected);
}

/** The id of a snapshot, as answers and `plenary stats` give it. */
export function snapshotId(): z.ZodType<string, string> {
  return z
    .string()
    .refine((text) => /^[0-9a-f]{64}$/.test(text), "the id of a snapshot: 64 of the characters 0-9 and a-f");
}

/** Any text that is not blank. */
export function text(): z.ZodType<string, string> {
  return z.string();
}

function listed(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function isHostName(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text);
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
