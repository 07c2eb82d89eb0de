import { z } from "zod";

const text = z.string().default("");
const list = z.array(z.string()).default([]);

/**
 * The fields of a record of the UN's machine-readable resolutions that are read here; those of all three organs and all years, as not
 * one has them all. Others (goals of the Agenda for Sustainable Development, names of bodies) are left where they are.
 */
const FIELDS = z.object({
  symbol: z.string(),
  adoption_date: z.string(),
  adoption_type: text,
  outcome: text,
  title: text,
  resolution_title: text,
  session: text,
  adoption_meeting: text,
  pv: text,
  outcome_letter: text,
  document_title: text,
  originating_document: text,
  draft_resolution: text,
  report_paragraph: text,
  committee: text,
  agenda_item: text,
  agenda_item_name: text,
  sponsors: list,
  additional_sponsors: list,
  MS_in_favour: list,
  MS_against: list,
  MS_abstaining: list,
  MS_in_favour_count: text,
  MS_against_count: text,
  MS_abstaining_count: text,
  subjects: z.array(z.tuple([z.string()]).rest(z.string())).default([]),
});

/** Fields that say nothing new, or nothing that the vocabulary has a place for: docs/imports.md. */
const LEFT = new Set(
  (
    "SDGs resolution_number voting_type chapter_VII symbol_type sc_symbol sc_in_favour_count sc_against_count sc_abstaining_count " +
    "draft_resolution_date session_start_date session_end_date"
  ).split(" "),
);

/** The names of other fields that hold something. */
function strangeIn(value: unknown): readonly string[] {
  const others = Object.entries(value ?? {}).filter(([name]) => !(name in FIELDS.shape) && !LEFT.has(name));
  return others.flatMap(([name, held]) => (isEmpty(held) ? [] : [name]));
}

function isEmpty(held: unknown): boolean {
  return held === null || held === "" || (Array.isArray(held) && held.length === 0);
}

export type Fields = Readonly<z.infer<typeof FIELDS>>;

/** The fields of a parsed line, with the names of those that nobody knows; or what is wrong with it. */
export function readFields(
  value: unknown,
): { readonly fields: Fields; readonly strange: readonly string[] } | { readonly problem: string } {
  const result = FIELDS.safeParse(value);
  if (result.success) return { fields: result.data, strange: strangeIn(value) };
  const [issue] = result.error.issues;
  const key = issue?.path.join(".") ?? "";
  return { problem: key === "" ? "it is no object" : `"${key}": ${issue?.message ?? "not as expected"}` };
}
