/** The bounds on arguments. Beyond them a question is refused with an error that names the bound: nothing is clamped. */
export const LIMITS = {
  /** Elements of a page where neither `first` nor `last` is given. */
  page: 25,
  /** Elements of a page, groups of a `groupBy`, nodes of a `subgraph`. */
  first: 1_000,
  /** Ids of one `nodes`. */
  ids: 1_000,
  /** Hops of a path. */
  pathLength: 8,
  /** Paths of one answer. */
  paths: 100,
  /** Hops from the start of a subgraph. */
  depth: 4,
  /** Nodes a subgraph starts from. */
  starts: 100,
  /** Ids a client may say that it knows. */
  known: 10_000,
  /** Fields of one root field once its fragments are written out, counted for each type of node that they are for. */
  selection: 50_000,
  /** Lists and objects inside each other in one argument or variable. */
  nesting: 50,
} as const;
