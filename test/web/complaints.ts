import type { BrowserContext } from "playwright-core";

/**
 * Collects what should never happen on a page of the server at `url`: errors on the console, breaches of the Content-Security-Policy
 * included, errors that nobody caught, and requests that leave the server. Failures that a test provokes are named in `expected`.
 */
export function complaintsOf(context: BrowserContext, url: string, expected = /(?!)/): readonly string[] {
  const complaints: string[] = [];
  context.on("request", (request) => {
    const local = /^(?:data|blob):/.test(request.url()) || new URL(request.url()).origin === url;
    if (!local) complaints.push(`a request to ${request.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) complaints.push(message.text().slice(0, 300));
  });
  context.on("weberror", (error) => {
    complaints.push(error.error().message);
  });
  return complaints;
}
