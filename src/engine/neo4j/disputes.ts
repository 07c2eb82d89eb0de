import type { Transaction } from "neo4j-driver";

import { claimDisputes } from "../../graph/disputes.js";
import type { Claim } from "../../graph/record.js";
import type { DisputeEdgeField, DisputeField, DisputePart, DisputesPlan } from "../../plan/plan.js";
import { decodeNode } from "../../store/neo4j/elements.js";
import type { Columns } from "../../store/neo4j/values.js";
import { disputePage } from "../dispute-page.js";
import { listPart } from "../list-page.js";
import { shownNode } from "../shown.js";
import { decodeClaims } from "./decode-records.js";
import { type Decoder, NOWHERE } from "./decoder.js";
import { type Contradiction, NODE } from "./disputes-statements.js";
import { CLAIMS } from "./element.js";
import { fetchLinks, fetchNodes } from "./fetch.js";
import { decodeWith } from "./named.js";
import type { PlanParts } from "./parts.js";
import type { LinkIds } from "./steps.js";

/** A place where the graph disagrees. */
interface Dispute {
  readonly id: string;
  readonly node: string;
  readonly property: string | null;
  readonly settled: boolean;
  readonly claims: readonly Claim[];
  /** The edge that says so and the node at its other end; null of a property. */
  readonly link: (LinkIds & { readonly other: string }) | null;
}

/** What was fetched for the fields of a page's disputes, by field: nodes and edges by id. */
type Fetched = ReadonlyMap<DisputeField, ReadonlyMap<string, Columns>>;

/**
 * Runs a connection over the places where the graph disagrees: one statement for the nodes marked as disputed, whose claims are judged
 * here, one for the edges, and one for each selection of nodes or edges that the page shows.
 */
export async function runDisputes(parts: PlanParts, transaction: Transaction, plan: DisputesPlan): Promise<object> {
  const found = [...(await aboutProperties(parts, transaction, plan)), ...(await aboutLinks(parts, transaction, plan))];
  const { totalCount, page } = disputePage(found, plan);
  const fetched = await fetchShown(parts, transaction, plan, page.elements);
  return decodeWith(parts, transaction, (decoder) => {
    const readers = {
      node: (fields: readonly DisputeField[]) => (dispute: Dispute) => decodeDispute(decoder, fields, dispute, fetched),
      edge: (fields: readonly DisputeEdgeField[]) => (dispute: Dispute) =>
        decodeEdge(decoder, fields, dispute, fetched),
    };
    return Object.fromEntries(plan.parts.map((part) => [part.as, listPart(part, totalCount, page, readers)]));
  });
}

async function aboutProperties(
  { ontology, statements, view }: PlanParts,
  transaction: Transaction,
  { where }: DisputesPlan,
): Promise<readonly Dispute[]> {
  const { cypher, parameters } = statements.disputed({ kind: "disputed", where });
  const { records } = await transaction.run(cypher, parameters);
  return records.flatMap((row) => {
    const whole = decodeNode(row.get(NODE) as Columns, [], row.get(CLAIMS) as readonly Columns[], ontology);
    const node = view.evidence === null ? whole : shownNode(whole, view.evidence, ontology);
    return claimDisputes(node, ontology).map((dispute) => {
      return { ...dispute, id: `${node.id}/${dispute.property}`, node: node.id, link: null };
    });
  });
}

/** None where what is asked is not so of any edge: one is about no property, and never settled. */
async function aboutLinks(
  { statements }: PlanParts,
  transaction: Transaction,
  { relationships, visible, where, property, settled }: DisputesPlan,
): Promise<readonly Dispute[]> {
  if (property !== null || settled === true) return [];
  const { cypher, parameters } = statements.contradictions({ kind: "contradictions", relationships, visible, where });
  const { records } = await transaction.run(cypher, parameters);
  return records.map((row) => {
    const { id, subject, object, subjectWanted } = row.toObject() as unknown as Contradiction;
    const [node, other] = subjectWanted ? [subject, object] : [object, subject];
    return { id, node, property: null, settled: false, claims: [], link: { id, subject, object, other } };
  });
}

async function fetchShown(
  parts: PlanParts,
  transaction: Transaction,
  { relationships, parts: shown }: DisputesPlan,
  disputes: readonly Dispute[],
): Promise<Fetched> {
  const links = disputes.flatMap(({ link }) => (link === null ? [] : [link]));
  const fetched = new Map<DisputeField, ReadonlyMap<string, Columns>>();
  for (const field of shown.flatMap(fieldsOf)) {
    if (field.kind === "end") {
      const ids = field.end === "node" ? disputes.map(({ node }) => node) : links.map(({ other }) => other);
      fetched.set(field, await fetchNodes(parts, transaction, ids, field.fields));
    }
    if (field.kind === "link") {
      const linkFields = field.fields;
      fetched.set(field, await fetchLinks(parts, transaction, { relationships, linkFields }, links));
    }
  }
  return fetched;
}

function fieldsOf(part: DisputePart): readonly DisputeField[] {
  if (part.kind === "nodes") return part.fields;
  return part.kind === "edges" ? part.fields.flatMap((field) => (field.kind === "self" ? field.fields : [])) : [];
}

function decodeEdge(decoder: Decoder, fields: readonly DisputeEdgeField[], dispute: Dispute, fetched: Fetched): object {
  return Object.fromEntries(
    fields.map((field) => [
      field.as,
      field.kind === "cursor" ? [dispute.id] : decodeDispute(decoder, field.fields, dispute, fetched),
    ]),
  );
}

function decodeDispute(decoder: Decoder, fields: readonly DisputeField[], dispute: Dispute, fetched: Fetched): object {
  return Object.fromEntries(fields.map((field) => [field.as, decodeField(decoder, field, dispute, fetched)]));
}

function decodeField(decoder: Decoder, field: DisputeField, dispute: Dispute, fetched: Fetched): unknown {
  const own = fetched.get(field);
  const { link } = dispute;
  switch (field.kind) {
    case "value":
      return dispute[field.name];
    case "claims":
      return decodeClaims(decoder, field.fields, dispute.claims);
    case "end": {
      const id = field.end === "node" ? dispute.node : link?.other;
      return id === undefined ? null : decoder.node(own?.get(id) ?? {}, field.fields);
    }
    case "link":
      return link === null ? null : decoder.edge(own?.get(link.id) ?? {}, field.fields, NOWHERE);
  }
}
