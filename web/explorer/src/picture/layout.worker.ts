import iterate from "graphology-layout-forceatlas2/iterate.js";

import type { LayoutAnswer, LayoutRequest } from "./layout.js";

/** How ForceAtlas2 keeps a node and an edge. */
const NODE = 10;
const EDGE = 3;
/** How long to work before hearing whether there is something newer, and how long at most, in milliseconds. */
const SLICE = 80;
/** How long the places of a graph stand before they are told anew, and of a large one: drawing it takes its time, too. */
const REST = 250;
const LARGE_REST = 1_500;
const BUDGET = 12_000;

let turn = 0;

onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  turn = data.turn;
  const nodes = nodeMatrix(data);
  const edges = edgeMatrix(data);
  const order = data.sizes.length;
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: order <= 2_000,
    edgeWeightInfluence: 0,
    scalingRatio: order <= 200 ? 60 : 10,
    strongGravityMode: false,
    gravity: order <= 200 ? 1.2 : 0.6,
    slowDown: 1 + Math.log(order + 1),
    barnesHutOptimize: order > 400,
    barnesHutTheta: 0.9,
  };
  const steps = order <= 400 ? 700 : 400;
  const started = performance.now();
  let step = 0;
  let told = started;

  const work = (): void => {
    if (turn !== data.turn) return;
    const slice = performance.now();
    while (step < steps && performance.now() - slice < SLICE) {
      iterate(settings, nodes, edges);
      step += 1;
    }
    const done = step >= steps || performance.now() - started > BUDGET;
    if (done || performance.now() - told > (order <= 2_000 ? REST : LARGE_REST)) {
      const positions = positionsOf(nodes);
      const answer: LayoutAnswer = { turn: data.turn, positions, done };
      postMessage(answer, { transfer: [positions.buffer] });
      told = performance.now();
    }
    // A pause, in which a newer request is heard.
    if (!done) setTimeout(work, 0);
  };
  work();
};

function nodeMatrix({ positions, sizes, ends }: LayoutRequest): Float32Array {
  const matrix = new Float32Array(sizes.length * NODE);
  sizes.forEach((size, index) => {
    const at = index * NODE;
    matrix[at] = positions[index * 2] ?? 0;
    matrix[at + 1] = positions[index * 2 + 1] ?? 0;
    matrix[at + 6] = 1;
    matrix[at + 7] = 1;
    matrix[at + 8] = size;
  });
  // The mass of a node is its number of edges, and one.
  for (const end of ends) matrix[end * NODE + 6] = (matrix[end * NODE + 6] ?? 1) + 1;
  return matrix;
}

function edgeMatrix({ ends }: LayoutRequest): Float32Array {
  const matrix = new Float32Array((ends.length / 2) * EDGE);
  for (let index = 0; index < ends.length / 2; index += 1) {
    matrix[index * EDGE] = (ends[index * 2] ?? 0) * NODE;
    matrix[index * EDGE + 1] = (ends[index * 2 + 1] ?? 0) * NODE;
    matrix[index * EDGE + 2] = 1;
  }
  return matrix;
}

function positionsOf(nodes: Float32Array): Float32Array<ArrayBuffer> {
  const positions = new Float32Array((nodes.length / NODE) * 2);
  for (let index = 0; index < nodes.length / NODE; index += 1) {
    positions[index * 2] = nodes[index * NODE] ?? 0;
    positions[index * 2 + 1] = nodes[index * NODE + 1] ?? 0;
  }
  return positions;
}
