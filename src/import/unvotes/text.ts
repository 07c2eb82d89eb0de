import { repairEncoding } from "../repair.js";

/**
 * Repairs what happened to the register's texts on their way: bytes of Windows-1252 written as `<90>`, UTF-8 read as something else once or
 * twice, quotation marks that became backslashes, spaces that do not break.
 */
export function repairText(text: string): string {
  return repairEncoding(text)
    .replace(/_(?=\p{L}[^_<]*<d3>)/gu, "“")
    .replaceAll("<d2>", "“")
    .replaceAll("<d3>", "”")
    .replace(/<(?:90|d5)>|\?[ÆÕ]/g, "’")
    .replace(/<d0>|<d1>/g, "—")
    .replace(/\\+"*/g, '"')
    .replace(/\s+/g, " ")
    .replace(/"{2,}/g, '"')
    .trim();
}

/** The title of a resolution, where a description is one: `Jerusalem : resolution / adopted by the General Assembly`. */
export function titleOf(description: string): string | null {
  const [, title] = /^(.+?)\s*:\s*resolution\s*\/\s*adopted by the General Assem\w*\.?$/i.exec(description) ?? [];
  return title ?? null;
}

/** Whether a description is what was said in the meeting, from which nobody has told yet what was voted on. */
export function isTranscript(description: string): boolean {
  return /^(?:The (?:Acting |Temporary )?President(?::| \(| I\b)|I shall now put to the vote\b)/.test(description);
}
