import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { GraphQLSchema, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLString } from "graphql";

import type { ServerConfig } from "../../../src/config/config.js";
import { readConfig } from "../../../src/config/read.js";
import type { Engine, Limits, Session, SnapshotInfo } from "../../../src/engine/engine.js";
import { PlenaryError } from "../../../src/errors.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type RunningServer, listen } from "../../../src/server/listen.js";
import { createServer } from "../../../src/server/server.js";
import { noRecords } from "../../support/engine.js";

/** A server on a free port whose schema asks the engine nothing, and everything it did. */
export interface TestServer extends RunningServer {
  readonly port: number;
  /** Log lines, parsed. */
  readonly log: readonly Record<string, unknown>[];
  /** What sessions were opened with. */
  readonly opened: readonly Limits[];
  readonly state: { sessions: number; closed: boolean };
}

export interface TestOptions {
  readonly config?: Partial<ServerConfig>;
  readonly web?: string;
  readonly session?: (limits: Limits) => Promise<Session>;
}

export async function startTestServer(options: TestOptions = {}): Promise<TestServer> {
  const log: Record<string, unknown>[] = [];
  const opened: Limits[] = [];
  const state = { sessions: 0, closed: false };
  const info = (): Promise<SnapshotInfo> =>
    Promise.resolve({ id: SNAPSHOT, ontology: "0123", nodes: 0, links: 0, types: [], relationships: [] });
  const engine: Engine = {
    name: "memory",
    info,
    session: async (limits) => {
      opened.push(limits);
      if (options.session) return options.session(limits);
      state.sessions += 1;
      return {
        snapshot: SNAPSHOT,
        info,
        run: () => Promise.resolve(null),
        nodeRecords: noRecords,
        edgeRecords: noRecords,
        close: () => {
          state.sessions -= 1;
          return Promise.resolve();
        },
      };
    },
    close: () => {
      state.closed = true;
      return Promise.resolve();
    },
  };
  const { server } = readConfig({ PORT: "0" }, { cwd: "/" });
  const config = { ...server, ...options.config };
  const app = await createServer({
    schema,
    ontology: await loadOntology(ontologyPath),
    engine,
    config,
    web: options.web ?? "/nowhere",
    logTo: { write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const running = await listen(app, config);
  return { ...running, port: Number(new URL(running.url).port), log, opened, state };
}

export const SNAPSHOT = "5e".repeat(32);

/** A folder like that of the built pages: for each a page and one asset. */
export async function builtPages(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-web-"));
  for (const [name, title] of [
    ["explorer", "Explorer"],
    ["playground", "Playground"],
  ] as const) {
    await mkdir(join(folder, name, "assets"), { recursive: true });
    await writeFile(join(folder, name, "index.html"), `<!doctype html><title>${title}</title>`);
    await writeFile(join(folder, name, "assets", "index-Bx12.js"), "export {};");
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

const Thing: GraphQLObjectType = new GraphQLObjectType({
  name: "Thing",
  fields: () => ({ name: { type: GraphQLString }, thing: { type: Thing } }),
});

/** Fields that answer, fail in each way there is, or take their time. */
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      hello: { type: GraphQLString, resolve: () => "hello" },
      thing: { type: Thing, resolve: () => null },
      secret: {
        type: GraphQLString,
        resolve: () => {
          throw new Error("MATCH (n) failed at bolt://user:password@db:7687");
        },
      },
      refused: {
        type: GraphQLString,
        resolve: () => {
          throw new PlenaryError("TOO_EXPENSIVE", "That would look at 7 edges.");
        },
      },
      slow: {
        type: GraphQLString,
        args: { ms: { type: new GraphQLNonNull(GraphQLInt) } },
        resolve: async (_source, { ms }: { ms: number }) => {
          await setTimeout(ms);
          return "done";
        },
      },
    },
  }),
});
