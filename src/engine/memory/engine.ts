import type { Graph } from "../../graph/model.js";
import type { Ontology } from "../../ontology/model.js";
import type { Plan } from "../../plan/plan.js";
import type { Engine, Limits, Result, SnapshotInfo } from "../engine.js";
import { runDisputes } from "./disputes.js";
import { runLinks } from "./links.js";
import { runLookup } from "./lookup.js";
import { Meter } from "./meter.js";
import { runPaths } from "./paths.js";
import { runScan } from "./scan.js";
import { runSearch } from "./search.js";
import { runSubgraph } from "./subgraph.js";
import { Views } from "./view/views.js";

/**
 * The embedded engine, whose answers define what every plan means. It holds one immutable graph, so that sessions cost nothing and
 * need not be told apart.
 */
export function memoryEngine(graph: Graph, ontology: Ontology): Engine {
  const views = new Views(graph);
  const info = (): Promise<SnapshotInfo> => Promise.resolve(snapshotInfo(graph, ontology));
  return {
    name: "memory",
    info,
    session: (limits: Limits) => {
      const meter = new Meter(limits);
      return Promise.resolve({
        snapshot: graph.snapshot,
        info,
        // Synchronous work behind a promise: an error has to arrive as a rejection.
        run: (plan) =>
          new Promise<Result>((resolve) => {
            resolve(run(views, meter, plan));
          }),
        close: () => Promise.resolve(),
      });
    },
    close: () => Promise.resolve(),
  };
}

function run(views: Views, meter: Meter, plan: Plan): Result {
  meter.checkTime();
  const { graph, searchIndex } = views.of(plan.view, meter);
  const context = { graph, meter };
  switch (plan.kind) {
    case "lookup":
      return runLookup(context, plan);
    case "scan":
      return runScan(context, plan);
    case "links":
      return runLinks(context, plan);
    case "search":
      return runSearch(context, plan, searchIndex());
    case "paths":
      return runPaths(context, plan);
    case "subgraph":
      return runSubgraph(context, plan);
    case "disputes":
      return runDisputes(context, plan);
  }
}

function snapshotInfo(graph: Graph, ontology: Ontology): SnapshotInfo {
  return {
    id: graph.snapshot,
    ontology: ontology.hash,
    nodes: graph.nodes.count,
    links: graph.edges.count,
    types: graph.types.map(({ name, start, end }) => ({ type: name, count: end - start })),
    relationships: [...graph.relationships.values()].map(({ type, start, end }) => ({ type, count: end - start })),
  };
}
