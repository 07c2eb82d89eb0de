declare module "graphology-layout-forceatlas2/iterate.js" {
  /** One step of ForceAtlas2: ten numbers for each node, three for each edge, changed in place. */
  function iterate(
    settings: Readonly<Record<string, number | boolean>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): unknown;
  export = iterate;
}
