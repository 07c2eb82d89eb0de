import { defineConfig } from "vitest/config";

export default defineConfig({
  // Node loads one copy of graphql, its CommonJS one; Vite would choose the other for our sources, and one schema cannot serve both.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.neo4j.test.ts", "test/**/*.browser.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "neo4j",
          include: ["test/**/*.neo4j.test.ts"],
          globalSetup: ["test/support/neo4j.setup.ts"],
          // One server holds one graph: files take turns.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/**/*.browser.test.ts"],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
