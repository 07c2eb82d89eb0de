import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../dist/web/explorer", import.meta.url));
const TYPES: Readonly<Record<string, string | undefined>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Serves the built explorer on a free port, with an API that gives one answer to everything. */
export async function startPages(answer: () => string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/graphql") {
      response.writeHead(200, { "content-type": "application/json" }).end(answer());
      return;
    }
    const file = pathname === "/" ? "index.html" : pathname;
    readFile(join(FOLDER, file)).then(
      (content) => response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
