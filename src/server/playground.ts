import { existsSync } from "node:fs";
import { join } from "node:path";
import { fastifyStatic } from "@fastify/static";
import type { FastifyInstance } from "fastify";

import { PLAYGROUND_POLICY } from "./headers.js";
import { replyError } from "./replies.js";

/** Serves the built playground below `/playground/`, under a policy of its own, and leads `/` to it. */
export async function addPlayground(app: FastifyInstance, folder: string): Promise<void> {
  app.get("/", async (_request, reply) => reply.redirect("/playground/", 302));
  app.get("/playground", async (_request, reply) => reply.redirect("/playground/", 308));

  if (!existsSync(join(folder, "index.html"))) {
    app.get("/playground/*", async (_request, reply) =>
      replyError(reply, 404, "NOT_FOUND", "The playground is not built. Build it with: npm run build:web"),
    );
    return;
  }
  await app.register(async (pages) => {
    pages.addHook("onRequest", async (_request, reply) => {
      reply.header("content-security-policy", PLAYGROUND_POLICY);
    });
    await pages.register(fastifyStatic, {
      root: folder,
      prefix: "/playground/",
      decorateReply: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        // Vite names an asset after its content; a page keeps its name and is asked for again.
        const named = path.startsWith(join(folder, "assets"));
        response.setHeader("cache-control", named ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  });
}
