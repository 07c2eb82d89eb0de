import { hash } from "node:crypto";

/**
 * The property of every stored node and relationship that tells whether it is as it should be: loading compares it, and rewrites
 * what has another one, or none. Its name is no name of a property in any ontology people write.
 */
export const FINGERPRINT = "_hash";

const LENGTH = 22;

/** 132 bits of SHA-256 over the JSON text of something, as 22 characters. The same columns in another order have another one. */
export function fingerprint(stored: unknown): string {
  return hash("sha256", JSON.stringify(stored), "base64url").slice(0, LENGTH);
}
