import { joinEvidence } from "../../domain/evidence.js";
import { agree } from "../../graph/agreement.js";
import { canonicalJson } from "../../graph/canonical.js";
import { parseDate } from "../../graph/date.js";
import { rivalClaims } from "../../graph/disputes.js";
import type { Alias, BasisNote, Claim, Evidence, NodeRecord, PropertyValue } from "../../graph/record.js";
import { tokenise } from "../../graph/search.js";
import { compareText } from "../../graph/text.js";
import { RANKS } from "../../ontology/model.js";
import type { Ontology, PropertyDefinition } from "../../ontology/model.js";
import type { NodeDraft } from "../importer.js";

/**
 * One node for what a dossier and datasets say of it, the first having precedence:
 *
 *  - A property that nobody gave before is taken over. One that agrees in substance proves the value that stands; of two dates the
 *    more precise is read, of two value objects the fields of both.
 *  - One that differs becomes a claim beside the value that stands, which is kept as a claim as well.
 *  - Where the node has a name, another that a source gives becomes an alias.
 *
 * @param standing what the dossiers say, null where they do not have the node
 */
export function joinNode(standing: NodeRecord | null, drafts: readonly NodeDraft[], ontology: Ontology): NodeRecord {
  const [first] = drafts;
  if (first === undefined) {
    if (standing === null) throw new RangeError("a node that nobody tells of");
    return standing;
  }
  const start = standing ?? emptyNode(first, drafts);
  const definitions = new Map(ontology.types.get(start.type)?.properties.map((property) => [property.name, property]));
  const joined = drafts.reduce((node, draft) => addDraft(node, draft, definitions, ontology), start);
  const properties = { ...emptyLists(joined, ontology), ...joined.properties };
  return {
    ...joined,
    properties,
    claims: joined.claims.toSorted(compareClaims),
    aliases: joined.aliases.toSorted(compareAliases),
  };
}

/** A node with no more than a name: the first that a source gives, else one that an importer made. */
function emptyNode(first: NodeDraft, drafts: readonly NodeDraft[]): NodeRecord {
  const { name } = drafts.find((draft) => draft.nameMade !== true) ?? first;
  const properties = { identified: true, name };
  return { id: first.id, type: first.type, properties, aliases: [], basis: [], evidence: [], claims: [] };
}

/** The lists that a type requires and nobody gave. */
function emptyLists({ type }: NodeRecord, ontology: Ontology): NodeRecord["properties"] {
  const required = ontology.types.get(type)?.properties.filter((property) => property.required && property.list) ?? [];
  return Object.fromEntries(required.map(({ name }) => [name, []]));
}

function addDraft(
  node: NodeRecord,
  draft: NodeDraft,
  definitions: ReadonlyMap<string, PropertyDefinition>,
  ontology: Ontology,
): NodeRecord {
  let { basis, claims } = node;
  const properties: Record<string, PropertyValue> = { ...node.properties };
  for (const [name, value] of Object.entries(draft.properties)) {
    const definition = definitions.get(name);
    if (definition === undefined) throw new RangeError(`"${draft.id}": ${draft.type} has no property ${name}.`);
    const stands = properties[name];
    if (stands === undefined || draft.replaces?.includes(name) === true) {
      properties[name] = value;
      basis = replaceNotes(basis, draft.basis, name);
    } else if (agree(stands, value, definition, ontology)) {
      claims = prove(claims, name, value, draft.evidence);
      const refined = refine(stands, value, definition);
      if (canonicalJson(refined) === canonicalJson(stands)) continue;
      properties[name] = refined;
      basis = replaceNotes(basis, draft.basis, name);
    } else {
      claims = addClaim(claims, { property: name, value, rank: "NORMAL", evidence: draft.evidence });
      claims = [...claims, ...standingClaims({ ...node, properties, claims }, name)];
    }
  }
  for (const claim of draft.claims ?? []) {
    claims = addClaim(claims, claim);
    claims = [
      ...claims,
      ...standingClaims({ ...node, properties, claims, evidence: evidenceOf(node, draft) }, claim.property),
    ];
  }
  const aliases = [...(draft.aliases ?? []), ...otherName(node, draft)].reduce(addAlias, node.aliases);
  return { ...node, properties, aliases, basis, evidence: evidenceOf(node, draft), claims };
}

function evidenceOf(node: NodeRecord, draft: NodeDraft): readonly Evidence[] {
  return node.evidence.length === 0 ? draft.evidence : joinEvidence([...node.evidence, ...draft.evidence]);
}

/** The value that stands, as a claim, where it is none yet. */
function standingClaims(node: NodeRecord, property: string): readonly Claim[] {
  return rivalClaims(node, property).filter((claim) => !node.claims.includes(claim));
}

/** Two values that agree, as one: the more precise date, the fields of both objects, else the first. */
function refine(a: PropertyValue, b: PropertyValue, { type }: PropertyDefinition): PropertyValue {
  if (type.kind === "value" && isObject(a) && isObject(b)) return { ...b, ...a };
  if (type.kind !== "scalar" || type.name !== "Date" || typeof a !== "string" || typeof b !== "string") return a;
  const [left, right] = [parseDate(a), parseDate(b)];
  if (left === null || right === null) return a;
  return right.max - right.min < left.max - left.min ? b : a;
}

function isObject(
  value: PropertyValue,
): value is Exclude<PropertyValue, string | number | boolean | readonly unknown[]> {
  return typeof value === "object" && !Array.isArray(value);
}

function replaceNotes(
  basis: readonly BasisNote[],
  notes: readonly BasisNote[] | undefined,
  property: string,
): readonly BasisNote[] {
  const own = notes?.filter((note) => note.of === property) ?? [];
  return [...basis.filter((note) => note.of !== property), ...own].sort((a, b) => compareText(a.of, b.of));
}

/** Evidence for a value that is a claim already goes to that claim. */
function prove(
  claims: readonly Claim[],
  property: string,
  value: PropertyValue,
  evidence: readonly Evidence[],
): readonly Claim[] {
  const json = canonicalJson(value);
  return claims.map((claim) =>
    claim.property === property && canonicalJson(claim.value) === json
      ? { ...claim, evidence: joinEvidence([...claim.evidence, ...evidence]) }
      : claim,
  );
}

/** A claim that says the same as one that stands adds its evidence to that. */
function addClaim(claims: readonly Claim[], claim: Claim): readonly Claim[] {
  const json = canonicalJson(claim.value);
  const same = claims.find(({ property, value }) => property === claim.property && canonicalJson(value) === json);
  if (same === undefined) return [...claims, claim];
  const proven = { ...same, evidence: joinEvidence([...same.evidence, ...claim.evidence]) };
  return claims.map((other) => (other === same ? proven : other));
}

function otherName(node: NodeRecord, draft: NodeDraft): readonly Alias[] {
  if (draft.nameMade === true) return [];
  const { name } = node.properties;
  const known = [...(typeof name === "string" ? [name] : []), ...node.aliases.map(({ text }) => text)];
  const words = wordsOf(draft.name);
  if (known.some((text) => wordsOf(text) === words)) return [];
  return [{ text: draft.name, kind: "NAME", evidence: draft.evidence }];
}

function wordsOf(text: string): string {
  return tokenise(text).join(" ");
}

/** An alias that stands already adds its evidence to that, and the dates that were missing. */
function addAlias(aliases: readonly Alias[], alias: Alias): readonly Alias[] {
  const same = aliases.find(
    ({ text, kind, from = alias.from, until = alias.until }) =>
      text === alias.text && kind === alias.kind && from === (alias.from ?? from) && until === (alias.until ?? until),
  );
  if (same === undefined) return [...aliases, alias];
  const proven = { ...alias, ...same, evidence: joinEvidence([...same.evidence, ...alias.evidence]) };
  return aliases.map((other) => (other === same ? proven : other));
}

function compareClaims(a: Claim, b: Claim): number {
  return (
    compareText(a.property, b.property) ||
    RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) ||
    compareText(canonicalJson(a), canonicalJson(b))
  );
}

function compareAliases(a: Alias, b: Alias): number {
  return compareText(a.text, b.text) || compareText(canonicalJson(a), canonicalJson(b));
}
