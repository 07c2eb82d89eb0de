import { describe, expect, inject, onTestFinished, test } from "vitest";

import type { Engine } from "../../../src/engine/engine.js";
import { neo4jEngine } from "../../../src/engine/neo4j/engine.js";
import { buildGraph } from "../../../src/graph/graph.js";
import type { Ontology } from "../../../src/ontology/model.js";
import { copyGraph } from "../../../src/replica/copy.js";
import type { Copying } from "../../../src/replica/copying.js";
import { neo4jOrigin } from "../../../src/replica/neo4j-origin.js";
import { replicaEngine } from "../../../src/replica/replica.js";
import type { RunningServer } from "../../../src/server/listen.js";
import { connect, type Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { STORIES } from "../../../web/explorer/src/stories.js";
import { compileSeeds } from "../../queries/seeds.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { serve } from "../server.js";
import { describeInBrowser, useStage } from "../stage.js";
import { settled } from "./page.js";
import { answered, panelOf, sentences, visitExplorer, type Visit } from "./visit.js";

const direct = (connection: Connection, ontology: Ontology): Promise<Engine> => neo4jEngine(connection, ontology);

const replica = (connection: Connection, ontology: Ontology): Promise<Engine> => {
  const config = inject("neo4j");
  if ("unavailable" in config) throw new Error(config.unavailable);
  // As a server copies, but in this thread.
  const copying: Copying = async ({ load }) => {
    const other = await connect(config);
    try {
      return await copyGraph(other, ontology, load);
    } finally {
      await other.driver.close();
    }
  };
  const origin = neo4jOrigin(connection, { config, ontology, pinned: null, copying, limit: 1_000 });
  return replicaEngine(origin, { interval: 60_000, say: () => undefined });
};

describeNeo4j("the explorer on Neo4j", (connectAgain) => {
  describe.each([
    { mode: "direct", open: direct },
    { mode: "replica", open: replica },
  ])("in $mode mode", ({ open }) => {
    describeInBrowser("shows a reader", () => {
      const stage = useStage({
        start: async (): Promise<RunningServer> => {
          const { compiled, ontology } = await compileSeeds();
          const connection = await connectAgain();
          await loadGraph(connection, buildGraph(compiled.records, ontology));
          return serve(await open(connection, ontology), ontology);
        },
      });
      const visit = async (): Promise<Visit> => {
        const visitor = await visitExplorer(stage.browser(), stage.url());
        onTestFinished(() => visitor.close());
        return visitor;
      };

      test("all five worked questions", async () => {
        const { page, open: goTo, complaints, asked } = await visit();
        for (const { id, question } of STORIES) {
          await goTo(`story=${id}`);
          await page.getByRole("heading", { level: 1, name: question }).waitFor();
          await settled(page);
          expect(await page.locator(".toolbar .size").textContent()).toMatch(/^\d+ nodes, \d+ edges$/);
          expect(await page.getByRole("alert").count()).toBe(0);
        }
        expect(complaints).toEqual([]);
        expect(asked.length).toBeLessThanOrEqual(2 * STORIES.length);
      });

      test("what leads on from a node, and a path between two", async () => {
        const { page, open: goTo, complaints } = await visit();
        await goTo("form=list&nodes=north-korea&selected=north-korea");
        await panelOf(page)
          .getByRole("button", { name: /^Show about, to here/ })
          .click();
        await expect.poll(() => sentences(page, "about", "North Korea").count()).toBe(25);
        await answered(page);
        await goTo("form=list&nodes=robert-king,china&from=robert-king&to=china");
        await page.getByRole("heading", { name: /\d+ paths, the shortest first/ }).waitFor();
        await page.locator(".hops .sources cite").first().waitFor();
        expect(complaints).toEqual([]);
      });
    });
  });
});
