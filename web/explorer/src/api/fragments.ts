/** A node, wherever one is drawn or listed. */
export const NODE = `fragment NodeParts on Entity {
  __typename
  id
  name
  identified
}`;

/** Who says so, and where. */
export const EVIDENCE = `fragment EvidenceParts on Evidence {
  citation
  url
  quote
  paragraph
  row
  page
  section
  symbol
  source { id name }
  attributedTo { id name }
  reportedBy { id name }
}`;

/** The same as one line that names no nodes. */
export const CITATION = `fragment EvidenceParts on Evidence {
  citation
}`;

/** An edge with its ends and its evidence. */
export const LINK = `fragment LinkParts on Link {
  id
  type
  date
  from
  until
  modality
  rank
  form
  kind
  role
  position
  aim
  reason
  corroboration
  derivedFrom
  basis { of basis reason }
  evidence { ...EvidenceParts }
  subject { ...NodeParts }
  object { ...NodeParts }
}`;

/** How edges are ranked: the best corroborated first, of those the latest. */
export const RANKED = "[{ edge: CORROBORATION, direction: DESC }, { edge: DATE, direction: DESC }]";

/** Edges counted by their relationship, the most frequent first. */
export const BY_TYPE = "groupBy(by: { edge: TYPE }, first: 100) { totalCount groups { key count } }";
