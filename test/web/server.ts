import { fastifyStatic } from "@fastify/static";
import { fastify } from "fastify";
import { buildSchema, graphql } from "graphql";
import { PLAYGROUND_POLICY } from "../../src/server/headers.js";
import { builtWeb } from "./built.js";

export interface RunningServer {
  readonly url: string;
  close(): Promise<unknown>;
}

const schema = buildSchema(`
type Named { name: String! }
type Evidence { citation: String! }
type Blocking { form: String subject: Named! object: Named! evidence: [Evidence!]! }
type BlockingConnection { nodes: [Blocking!]! }
type Snapshot { id: ID! }
type Query { blockings: BlockingConnection!  snapshot: Snapshot! }`);
const nodes = [
  {
    form: "OPPOSITION",
    subject: { name: "China" },
    object: { name: "A draft" },
    evidence: [{ citation: "Some Agency, paragraph 9" }],
  },
];
const rootValue = { snapshot: { id: "abc" }, blockings: { nodes } };

export async function startServer(): Promise<RunningServer> {
  const app = fastify();
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("content-security-policy", PLAYGROUND_POLICY.replace(" blob:", ""));
  });
  await app.register(fastifyStatic, { root: builtWeb, prefix: "/playground/" });
  app.get("/playground", (_request, reply) => reply.redirect("/playground/"));
  app.post<{ Body: { query: string; operationName?: string } }>("/graphql", ({ body }) =>
    graphql({ schema, rootValue, source: body.query, operationName: body.operationName }),
  );
  await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, close: () => app.close() };
}
