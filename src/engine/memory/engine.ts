import { concordanceInfo } from "../../graph/concordance.js";
import type { Graph } from "../../graph/model.js";
import type { Ontology } from "../../ontology/model.js";
import type { Plan } from "../../plan/plan.js";
import type { Engine, Limits, Result, SnapshotInfo } from "../engine.js";
import { runDisputes } from "./disputes.js";
import { edgePages, nodePages } from "./extract.js";
import { runLinks } from "./links.js";
import { runLookup } from "./lookup.js";
import { runMatch } from "./match.js";
import { Meter } from "./meter.js";
import { runPassages } from "./passages.js";
import type { Passages, PassageText } from "./passages.js";
import { runPaths } from "./paths.js";
import { runScan } from "./scan.js";
import { runSearch } from "./search.js";
import { runSubgraph } from "./subgraph.js";
import { Views } from "./view/views.js";

/**
 * The embedded engine, whose answers define what every plan means. It holds one immutable graph, so that sessions cost nothing and
 * need not be told apart.
 *
 * @param text the text of the passages that the graph's concordance has, where it is at hand
 */
export function memoryEngine(graph: Graph, ontology: Ontology, text: PassageText = () => null): Engine {
  const views = new Views(graph);
  const info = (): Promise<SnapshotInfo> => Promise.resolve(snapshotInfo(graph, ontology));
  const passages = { whole: graph, text };
  return {
    name: "memory",
    info,
    session: (limits: Limits) => {
      const meter = new Meter(limits);
      const pinned = views.pinned(meter);
      return Promise.resolve({
        snapshot: graph.snapshot,
        info,
        // Synchronous work behind a promise: an error has to arrive as a rejection.
        run: (plan) =>
          new Promise<Result>((resolve) => {
            resolve(run(views, passages, meter, plan));
          }),
        nodeRecords: ({ view, ids }) => nodePages(() => pinned(view).graph, ids),
        edgeRecords: (extract) => edgePages(() => pinned(extract.view).graph, extract),
        close: () => Promise.resolve(),
      });
    },
    close: () => Promise.resolve(),
  };
}

function run(views: Views, passages: Passages, meter: Meter, plan: Plan): Result {
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
    case "passages":
      return runPassages(context, plan, passages);
    case "paths":
      return runPaths(context, plan);
    case "subgraph":
      return runSubgraph(context, plan);
    case "match":
      return runMatch(context, plan);
    case "disputes":
      return runDisputes(context, plan);
  }
}

function snapshotInfo(graph: Graph, ontology: Ontology): SnapshotInfo {
  return {
    id: graph.snapshot,
    ontology: ontology.hash,
    ...(graph.concordance === null ? {} : { concordance: concordanceInfo(graph.concordance) }),
    nodes: graph.nodes.count,
    links: graph.edges.count,
    types: graph.types.map(({ name, start, end }) => ({ type: name, count: end - start })),
    relationships: [...graph.relationships.values()].map(({ type, start, end }) => ({ type, count: end - start })),
  };
}
