import { MultiDirectedGraph } from "graphology";
import { animateNodes } from "sigma/utils";

import { reducedMotion } from "./motion.js";
import type { LayoutAnswer, LayoutRequest } from "./layout.js";

/** Has a worker find places for the nodes of a graph, and moves them there, until it is to do so for another. */
export function createLayout(
  container: HTMLElement,
  onLayout: (running: boolean) => void,
): { run(graph: MultiDirectedGraph): void; kill(): void } {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  let turn = 0;
  let graph = new MultiDirectedGraph();
  let ids: readonly string[] = [];
  let stop: (() => void) | null = null;
  // A layout is as wide as high; labels are wide, and so are most windows.
  let stretch = 1;

  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    if (data.turn !== turn) return;
    const small = ids.length <= 400;
    // A small graph is done in a moment: it moves once, smoothly. A large one is watched while it unfolds.
    if (small && !data.done) return;
    stop?.();
    const targets = Object.fromEntries(
      ids.map((id, index) => [
        id,
        { x: (data.positions[index * 2] ?? 0) * stretch, y: data.positions[index * 2 + 1] ?? 0 },
      ]),
    );
    if (small && !reducedMotion()) stop = animateNodes(graph, targets, { duration: 350, easing: "quadraticInOut" });
    else
      graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...targets[id] }), {
        attributes: ["x", "y"],
      });
    if (data.done) onLayout(false);
  };

  return {
    run: (next) => {
      turn += 1;
      stop?.();
      graph = next;
      ids = graph.nodes();
      const indices = new Map(ids.map((id, index) => [id, index]));
      const request: LayoutRequest = {
        turn,
        positions: Float32Array.from(
          ids.flatMap((id) => [
            Number(graph.getNodeAttribute(id, "x")) / stretch,
            Number(graph.getNodeAttribute(id, "y")),
          ]),
        ),
        sizes: Float32Array.from(ids.map((id) => Number(graph.getNodeAttribute(id, "size")))),
        ends: Uint32Array.from(
          graph.mapEdges((_id, _data, source, target) => [indices.get(source) ?? 0, indices.get(target) ?? 0]).flat(),
        ),
      };
      stretch = Math.min(2, Math.max(0.6, container.clientWidth / Math.max(1, container.clientHeight)));
      onLayout(true);
      worker.postMessage(request);
    },
    kill: () => {
      stop?.();
      worker.terminate();
    },
  };
}
