import { u32, u8 } from "../../graph/arrays.js";
import { claimDisputes } from "../../graph/disputes.js";
import { edgeId, nodeId } from "../../graph/ids.js";
import { nodeRecord } from "../../graph/read-records.js";
import type { Claim } from "../../graph/record.js";
import type { DisputeEdgeField, DisputeField, DisputesPlan } from "../../plan/plan.js";
import { disputePage } from "../dispute-page.js";
import { listPart } from "../list-page.js";
import { tablesOf } from "./context.js";
import type { Context } from "./context.js";
import { fieldCompiler } from "./fields.js";
import type { FieldCompiler } from "./fields.js";
import { compileNodeFilter } from "./filter.js";
import type { Predicate } from "./filter.js";
import { visibleStances } from "./hop.js";
import { compileRecord } from "./record-fields.js";

/** A place where the graph disagrees. */
interface Dispute {
  readonly id: string;
  readonly node: number;
  readonly property: string | null;
  readonly settled: boolean;
  readonly claims: readonly Claim[];
  /** The edge that says so and the node at its other end; null of a property. */
  readonly link: { readonly edge: number; readonly other: number } | null;
}

type Reader = (dispute: Dispute) => object;

/** Runs a connection over the places where the graph disagrees. */
export function runDisputes(context: Context, plan: DisputesPlan): object {
  const { where } = plan;
  const wanted = where === null ? () => true : compileNodeFilter(context, where);
  const found = [...aboutProperties(context, wanted), ...aboutLinks(context, plan, wanted)];
  const { totalCount, page } = disputePage(found, plan);
  const fields = fieldCompiler(context);
  const readers = {
    node: (selected: readonly DisputeField[]) => compileDispute(context, selected, fields),
    edge: (selected: readonly DisputeEdgeField[]) => compileEdge(context, selected, fields),
  };
  return Object.fromEntries(plan.parts.map((part) => [part.as, listPart(part, totalCount, page, readers)]));
}

function aboutProperties({ graph, meter }: Context, wanted: Predicate): Dispute[] {
  return [...new Set(graph.claims.owner)].flatMap((node) => {
    meter.step();
    if (!wanted(node)) return [];
    const id = nodeId(graph, node);
    return claimDisputes(nodeRecord(graph, node), graph.ontology).map((dispute) => ({
      ...dispute,
      id: `${id}/${dispute.property}`,
      node,
      link: null,
    }));
  });
}

function aboutLinks(context: Context, { relationships, visible }: DisputesPlan, wanted: Predicate): Dispute[] {
  const { graph, meter } = context;
  const seen = visibleStances(visible);
  return tablesOf(graph, relationships).flatMap((table) => {
    const disputes: Dispute[] = [];
    for (let edge = table.start; edge < table.end; edge++) {
      meter.look(1);
      if (seen[u8(graph.edges.stance, edge)] !== 1) continue;
      const [subject, object] = [u32(graph.edges.subject, edge), u32(graph.edges.object, edge)];
      const ends = wanted(subject) ? [subject, object] : wanted(object) ? [object, subject] : [];
      const [node, other] = ends;
      if (node === undefined || other === undefined) continue;
      const id = edgeId(graph, edge, table);
      disputes.push({ id, node, property: null, settled: false, claims: [], link: { edge, other } });
    }
    return disputes;
  });
}

function compileEdge(context: Context, selected: readonly DisputeEdgeField[], fields: FieldCompiler): Reader {
  const readers = selected.map((field) => {
    if (field.kind === "cursor") return [field.as, (dispute: Dispute) => [dispute.id]] as const;
    return [field.as, compileDispute(context, field.fields, fields)] as const;
  });
  return (dispute) => Object.fromEntries(readers.map(([as, read]) => [as, read(dispute)]));
}

function compileDispute(context: Context, selected: readonly DisputeField[], fields: FieldCompiler): Reader {
  const readers = selected.map((field) => [field.as, compileField(context, field, fields)] as const);
  return (dispute) => Object.fromEntries(readers.map(([as, read]) => [as, read(dispute)]));
}

function compileField(context: Context, field: DisputeField, fields: FieldCompiler): (dispute: Dispute) => unknown {
  switch (field.kind) {
    case "value":
      return (dispute) => dispute[field.name];
    case "claims": {
      const read = compileRecord(context, field.fields, fields);
      return ({ claims }) => claims.map(read);
    }
    case "end": {
      const read = fields.node(field.fields);
      if (field.end === "node") return ({ node }) => read(node);
      return ({ link }) => (link === null ? null : read(link.other));
    }
    case "link": {
      const read = fields.edge(field.fields, [...context.graph.relationships.values()]);
      return ({ link }) => (link === null ? null : read({ edge: link.edge, node: link.other }));
    }
  }
}
