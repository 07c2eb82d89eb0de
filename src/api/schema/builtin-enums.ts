import type { AliasKind, Basis, EnumDefinition, Modality, Rank } from "../../ontology/model.js";

/** The enums that every graph has, whatever its ontology. */

const MODALITY: Readonly<Record<Modality, string>> = {
  ACTUAL: "It happened.",
  POSSIBLE: "It may have happened or may happen; also hedged wording.",
  PLANNED: "Somebody means to do it.",
  EXPECTED: "Somebody expects it.",
  CALLED_FOR: "Somebody asks for it.",
  THREATENED: "Somebody threatens it.",
  DENIED: "Somebody denies it.",
  DID_NOT_HAPPEN: "A source says that it did not happen.",
};

const RANK: Readonly<Record<Rank, string>> = {
  PREFERRED: "The best account.",
  NORMAL: "As good as others.",
  DEPRECATED: "Kept for the record, and known to be wrong or out of date.",
};

const BASIS: Readonly<Record<Basis, string>> = {
  STATED: "The source states it.",
  RESOLVED: "Worked out within the source.",
  INFERRED: "Concluded by the editors.",
  EXTERNAL: "Taken from elsewhere.",
};

const ALIAS_KIND: Readonly<Record<AliasKind, string>> = {
  NAME: "Another name.",
  ACRONYM: "An acronym or abbreviation.",
  FORMER: "A name it no longer has.",
  DESCRIPTION: "Words that describe it.",
  MISSPELLING: "A misspelling that sources have.",
};

/** Where a search looks. */
const SEARCH_IN = {
  NODES: "In the names, texts and quotes of nodes.",
  PASSAGES: "In the texts of sources, where the graph has a concordance of them.",
};

const DIRECTION = { OUT: "The node is the subject.", IN: "The node is the object." };

export const BUILT_IN_ENUMS: readonly EnumDefinition[] = [
  definition("Modality", "Whether something happened. Unless asked otherwise, answers hold what is ACTUAL.", MODALITY),
  definition("Rank", "How the editors rate one account against others of the same.", RANK),
  definition("Basis", "How something was come by that a source does not simply state.", BASIS),
  definition("AliasKind", "What sort of name.", ALIAS_KIND),
  definition("Direction", "On which side of an edge a node stands.", DIRECTION),
  definition("SearchIn", "Where words are looked for.", SEARCH_IN),
];

function definition(name: string, description: string, values: Readonly<Record<string, string>>): EnumDefinition {
  return {
    name,
    description,
    values: Object.entries(values).map(([value, text]) => ({ name: value, description: text })),
  };
}
