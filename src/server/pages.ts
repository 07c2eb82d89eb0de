import { existsSync } from "node:fs";
import { join } from "node:path";
import { fastifyStatic } from "@fastify/static";
import type { FastifyInstance } from "fastify";

import { EXPLORER_POLICY, PLAYGROUND_POLICY } from "./headers.js";
import { replyError } from "./replies.js";

/** Pages that were built into a folder of their own: an `index.html`, and `assets` that are named after their content. */
interface Pages {
  /** As a sentence begins. */
  readonly name: string;
  /** The absolute path of the folder. */
  readonly folder: string;
  /** The path below which they are served, with a slash at its end. */
  readonly prefix: string;
  /** The Content-Security-Policy of everything in the folder. */
  readonly policy: string;
  /** What of the folder is served: routes relative to the prefix. */
  readonly routes: readonly string[];
}

/** Serves what is built of the web pages: the explorer at `/`, the playground below `/playground/`. */
export async function addPages(app: FastifyInstance, web: string): Promise<void> {
  app.get("/playground", async (_request, reply) => reply.redirect("/playground/", 308));
  await serve(app, {
    name: "The playground",
    folder: join(web, "playground"),
    prefix: "/playground/",
    policy: PLAYGROUND_POLICY,
    routes: ["*"],
  });
  await serve(app, {
    name: "The explorer",
    folder: join(web, "explorer"),
    prefix: "/",
    policy: EXPLORER_POLICY,
    // Not everything below "/": what nothing answers is for the server to say.
    routes: ["", "favicon.svg", "assets/*"],
  });
}

async function serve(app: FastifyInstance, { name, folder, prefix, policy, routes }: Pages): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  await app.register(async (pages) => {
    if (built) {
      await pages.register(fastifyStatic, {
        root: folder,
        serve: false,
        cacheControl: false,
        setHeaders: (response, path) => {
          // Vite names an asset after its content; a page keeps its name and is asked for again.
          const named = path.startsWith(join(folder, "assets"));
          response.setHeader("cache-control", named ? "public, max-age=31536000, immutable" : "no-cache");
        },
      });
      pages.addHook("onRequest", async (_request, reply) => {
        reply.header("content-security-policy", policy);
      });
    }
    for (const route of routes) {
      pages.get(prefix + route, async (request, reply) => {
        if (!built)
          return replyError(reply, 404, "NOT_FOUND", `${name} is not built. Build it with: npm run build:web`);
        const wild = (request.params as { readonly "*"?: string })["*"];
        const path = wild === undefined ? route : route.replace("*", wild);
        return reply.sendFile(path === "" ? "index.html" : path);
      });
    }
  });
}
