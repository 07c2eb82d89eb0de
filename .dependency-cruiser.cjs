/** Which folder may import which: DESIGN's arrows as rules. A folder may always import itself. */
const allowed = {
  ontology: ["errors"],
  plan: [],
  graph: ["ontology", "errors"],
  domain: ["ontology", "graph", "plan", "errors"],
  dossier: ["ontology", "graph", "domain", "errors"],
  import: ["ontology", "graph", "domain", "errors"],
  api: ["ontology", "plan", "engine", "graph", "domain", "errors"],
  engine: ["ontology", "plan", "graph", "errors"],
  store: ["ontology", "graph", "errors"],
  replica: ["ontology", "graph", "engine", "store", "errors"],
  export: ["ontology", "graph", "engine", "errors", "version"],
  config: ["ontology", "errors"],
  server: ["ontology", "api", "engine", "export", "config", "errors"],
};

/**
 * Narrower than a folder: what the Neo4j engine reads, the Neo4j store has written, in a form that only the store defines; and a manifest
 * of datasets is YAML that is read, and whose mistakes are told, as those of a dossier are.
 */
const also = {
  server: ["dossier/suggest"],
  engine: ["store/neo4j"],
  import: ["basis", "problem", "reading", "suggest", "tree", "value", "yaml"].map((file) => `dossier/${file}`),
};

const folders = Object.entries(allowed).map(([folder, others]) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import only ${others.join(", ") || "itself"}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: `^src/(${[folder, ...others, ...(also[folder] ?? [])].join("|")})(/|\\.ts$)` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...folders,
    {
      name: "api-knows-engines-by-their-interface",
      comment: "The API runs plans; only src/engine/engine.ts says how",
      severity: "error",
      from: { path: "^src/(api|server)/" },
      to: { path: "^src/engine/[^/]+/" },
    },
    {
      name: "engines-are-apart",
      severity: "error",
      from: { path: "^src/engine/([^/]+)/" },
      to: { path: "^src/engine/[^/]+/", pathNot: "^src/engine/$1/" },
    },
    {
      name: "stored-form-is-for-its-own-engine",
      severity: "error",
      from: { path: "^src/engine/", pathNot: "^src/engine/neo4j/" },
      to: { path: "^src/store/" },
    },
    {
      name: "no-cycles",
      // A filter holds hops and a hop holds a filter: there the recursion of the data is that of the code.
      comment: "Types may refer to each other; code may not",
      severity: "error",
      from: { pathNot: "^src/engine/memory/(filter|hop)\\.ts$" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/" }, to: {} },
    {
      name: "product-imports-no-development-tools",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    { name: "product-imports-no-tests", severity: "error", from: { path: "^(src|scripts)/" }, to: { path: "^test/" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
