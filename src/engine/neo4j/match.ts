import type { Transaction } from "neo4j-driver";

import { packDate } from "../../graph/packed-date.js";
import type { MatchPlan } from "../../plan/match.js";
import type { EdgeField, NodeField } from "../../plan/plan.js";
import type { Columns } from "../../store/neo4j/values.js";
import { asksMatches, matchResult, rankMatches } from "../match.js";
import type { Compared, MatchReaders, Meeting, Tally } from "../match.js";
import { NOWHERE } from "./decoder.js";
import { fetchLinks, fetchNodes } from "./fetch.js";
import type { MatchShape, MeetingRow, TallyRow } from "./match-statements.js";
import { decodeWith } from "./named.js";
import type { PlanParts } from "./parts.js";
import type { LinkIds } from "./steps.js";

type Met = Meeting<string, LinkIds>;

/**
 * Runs a match: one statement counts the pairs of values, one lists the matches of the others on the page where they are asked for, and
 * what is shown of nodes and edges is fetched once for every selection of fields.
 */
export async function runMatch(parts: PlanParts, transaction: Transaction, plan: MatchPlan): Promise<object | null> {
  const ends = await fetchNodes(parts, transaction, [plan.of], []);
  if (!ends.has(plan.of)) return null;
  const ranking = rankMatches(plan, await tallies(parts, transaction, plan));
  const others = ranking.page.elements.map(({ id }) => id);
  const met = asksMatches(plan) ? await meetings(parts, transaction, plan, others) : new Map<string, readonly Met[]>();
  const nodes = new Map<readonly NodeField[], Set<string>>();
  const links = new Map<readonly EdgeField[], Map<string, LinkIds>>();
  const answer = (readers: Pick<MatchReaders<string, LinkIds>, "node" | "link">): object =>
    matchResult(plan, ranking, { ...readers, meetings: (other) => met.get(other) ?? [] });
  // What is shown is known once the pages are cut: the first time nothing is read, but noted.
  answer({
    node: (id, fields) => nodes.set(fields, (nodes.get(fields) ?? new Set()).add(id)),
    link: (link, fields) => links.set(fields, (links.get(fields) ?? new Map<string, LinkIds>()).set(link.id, link)),
  });
  const shownNodes = new Map<readonly NodeField[], ReadonlyMap<string, Columns>>();
  for (const [fields, ids] of nodes) shownNodes.set(fields, await fetchNodes(parts, transaction, [...ids], fields));
  const shownLinks = new Map<readonly EdgeField[], ReadonlyMap<string, Columns>>();
  for (const [linkFields, ids] of links) {
    const wanted = { relationships: plan.relationships, linkFields };
    shownLinks.set(linkFields, await fetchLinks(parts, transaction, wanted, [...ids.values()]));
  }
  return decodeWith(parts, transaction, (decoder) =>
    answer({
      node: (id, fields) => decoder.node(shownNodes.get(fields)?.get(id) ?? {}, fields),
      link: ({ id }, fields) => decoder.edge(shownLinks.get(fields)?.get(id) ?? {}, fields, NOWHERE),
    }),
  );
}

async function tallies(
  { statements }: PlanParts,
  transaction: Transaction,
  plan: MatchPlan,
): Promise<readonly Compared<string>[]> {
  const { cypher, parameters } = statements.match(shapeOf(plan, "tallies"));
  const { records } = await transaction.run(cypher, { ...parameters, of: plan.of });
  const others = new Map<string, Tally[]>();
  for (const record of records) {
    const { id, of, with: other, year, count } = record.toObject() as unknown as TallyRow;
    const own = others.get(id) ?? [];
    others.set(id, own);
    own.push({ of, with: other, year: year === null ? null : Number(year), count: Number(count) });
  }
  return [...others].map(([id, own]) => ({ node: id, id, tallies: own }));
}

/** The matches with some others, by the id of the other. */
async function meetings(
  { statements }: PlanParts,
  transaction: Transaction,
  plan: MatchPlan,
  others: readonly string[],
): Promise<ReadonlyMap<string, readonly Met[]>> {
  const { cypher, parameters } = statements.match(shapeOf(plan, "meetings"));
  const { records } = await transaction.run(cypher, { ...parameters, of: plan.of, others });
  const met = new Map<string, Met[]>();
  for (const record of records) {
    const row = record.toObject() as unknown as MeetingRow;
    const own = met.get(row.id) ?? [];
    met.set(row.id, own);
    const link = (id: string, node: string): LinkIds =>
      plan.end === "subject" ? { id, subject: node, object: row.at } : { id, subject: row.at, object: node };
    own.push({
      node: row.at,
      id: row.at,
      date: row.date === null ? 0 : packDate(row.date),
      of: row.of,
      with: row.with,
      links: { of: link(row.ofEdge, plan.of), with: link(row.withEdge, row.id) },
    });
  }
  return met;
}

function shapeOf(plan: MatchPlan, kind: MatchShape["kind"]): MatchShape {
  const { relationships, property, end, visible, types, with: other, where, date } = plan;
  return { kind, relationships, property, end, visible, types, with: other, where, date };
}
