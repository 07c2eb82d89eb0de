import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";

import type { ServerConfig } from "../config/config.js";

export interface RunningServer {
  /** Such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Stops listening, lets requests finish within the time the configuration gives them, and closes the engine. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts to listen, and says at which addresses in the log.
 * @throws the system's error, such as EADDRINUSE, where it cannot; the server is closed then
 */
export async function listen(app: FastifyInstance, config: ServerConfig): Promise<RunningServer> {
  try {
    const listenTextResolver = (url: string): string =>
      `Explorer at ${url}, GraphQL at ${url}/graphql, playground at ${url}/playground`;
    await app.listen({ host: config.host, port: config.port, listenTextResolver });
  } catch (error) {
    await app.close();
    throw error;
  }
  const url = urlOf(app.server.address() as AddressInfo, config.host);
  let closing: Promise<void> | null = null;
  return { url, close: () => (closing ??= drain(app, config.shutdownTimeout)) };
}

/** Connections still busy after `bound` milliseconds are cut. */
async function drain(app: FastifyInstance, bound: number): Promise<void> {
  const cut = setTimeout(() => {
    app.log.warn("requests still running are cut off");
    app.server.closeAllConnections();
  }, bound);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}

function urlOf({ port, family, address }: AddressInfo, host: string): string {
  // An address that stands for all of them cannot be opened in a browser.
  const name = address === "0.0.0.0" || address === "::" ? "localhost" : host;
  return family === "IPv6" && name.includes(":") ? `http://[${name}]:${port}` : `http://${name}:${port}`;
}
