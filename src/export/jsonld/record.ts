import type { Alias, BasisNote, Claim, EdgeRecord, Evidence, NodeRecord } from "../../graph/record.js";
import type { Ontology, PropertyDefinition } from "../../ontology/model.js";
import { edgeReference, nodeReference, own, typeTerms } from "./iri.js";
import { type Json, claimedJson, dateJson, propertiesJson } from "./value.js";

/** A node with all that its record has. */
export function nodeJson(node: NodeRecord, ontology: Ontology): Json {
  const type = ontology.types.get(node.type);
  const definitions = type?.properties ?? [];
  return {
    ...nodeReference(node.id),
    "@type": type === undefined ? [own(node.type)] : typeTerms(type, ontology),
    ...propertiesJson(node.properties, definitions, ontology),
    ...some(own("aliases"), node.aliases.map(aliasJson)),
    ...some(
      own("claims"),
      node.claims.map((claim) => claimJson(claim, definitions)),
    ),
    ...some(own("basis"), node.basis.map(basisJson)),
    ...evidenceJson(node.evidence),
  };
}

/**
 * An edge as a statement about its ends, on which its evidence hangs; and, where it says what happened and the editors do not deprecate it,
 * the relation itself, as one may ask for it in SPARQL.
 */
export function edgeJson(edge: EdgeRecord, ontology: Ontology): readonly Json[] {
  const { id, type, key, modality, rank, derivedFrom } = edge;
  const [subject, object] = [nodeReference(edge.subject), nodeReference(edge.object)];
  const predicate = own(type);
  const set = ontology.relationships.get(type)?.properties ?? "";
  const statement = {
    ...edgeReference(id),
    "@type": ["rdf:Statement", "prov:Entity"],
    "rdf:subject": { ...subject },
    "rdf:predicate": { "@id": predicate },
    "rdf:object": { ...object },
    ...(key === undefined ? {} : { [own("key")]: key }),
    ...datesJson(edge),
    [own("modality")]: modality,
    [own("rank")]: rank,
    ...propertiesJson(edge.properties, ontology.propertySets.get(set)?.properties ?? [], ontology),
    ...some(own("basis"), edge.basis.map(basisJson)),
    ...evidenceJson(edge.evidence),
    ...(derivedFrom === undefined
      ? {}
      : { "prov:wasDerivedFrom": derivedFrom.map((one) => ({ ...edgeReference(one) })) }),
  };
  if (modality !== "ACTUAL" || rank === "DEPRECATED") return [statement];
  return [statement, { ...subject, [predicate]: { ...object } }];
}

function aliasJson(alias: Alias): Json {
  return {
    "@type": own("Alias"),
    [own("text")]: alias.text,
    [own("kind")]: alias.kind,
    ...datesJson(alias),
    ...evidenceJson(alias.evidence),
  };
}

function claimJson(
  { property, value, rank, reason, evidence }: Claim,
  definitions: readonly PropertyDefinition[],
): Json {
  const definition = definitions.find(({ name }) => name === property);
  return {
    "@type": own("Claim"),
    [own("property")]: property,
    [own("value")]: claimedJson(value, definition),
    [own("rank")]: rank,
    ...(reason === undefined ? {} : { [own("reason")]: reason }),
    ...evidenceJson(evidence),
  };
}

function basisJson({ of, basis, reason }: BasisNote): Json {
  return { "@type": own("Basis"), [own("of")]: of, [own("basis")]: basis, [own("reason")]: reason };
}

/** Where in a source, and what of it. */
const LOCATORS = ["paragraph", "row", "page", "symbol", "section", "quote", "wording"] as const;
/** Who is said to say so. Their order is that of the record. */
const WITNESSES = ["attributedTo", "reportedBy"] as const;

/** Evidence is a derivation from its source: that is PROV's way of saying where in a source something comes from. */
function evidenceJson(evidence: readonly Evidence[]): Record<string, Json> {
  return some(
    "prov:qualifiedDerivation",
    evidence.map((one) => ({
      "@type": "prov:Derivation",
      "prov:entity": { ...nodeReference(one.source) },
      ...Object.fromEntries(LOCATORS.flatMap((name) => (one[name] === undefined ? [] : [[own(name), one[name]]]))),
      ...Object.fromEntries(
        WITNESSES.flatMap((name) =>
          one[name] === undefined ? [] : [[own(name), { "@list": one[name].map((id) => ({ ...nodeReference(id) })) }]],
        ),
      ),
    })),
  );
}

interface Dated {
  readonly date?: string;
  readonly from?: string;
  readonly until?: string;
}

function datesJson(dated: Dated): Record<string, Json> {
  const json: Record<string, Json> = {};
  for (const name of ["date", "from", "until"] as const) {
    const date = dated[name];
    if (date !== undefined) json[own(name)] = dateJson(date);
  }
  return json;
}

/** A member for what is several; nothing where there is none. */
function some(term: string, items: readonly Json[]): Record<string, Json> {
  return items.length === 0 ? {} : { [term]: items };
}
