import { ApiError } from "./errors.js";
import type { Operation } from "./operation.js";

/** A form in which the server writes a graph to a file. */
export interface FileFormat {
  /** As the server calls it. */
  readonly name: string;
  /** To the reader. */
  readonly title: string;
}

export const FILE_FORMATS: readonly FileFormat[] = [
  { name: "gexf", title: "GEXF, for Gephi" },
  { name: "graphml", title: "GraphML" },
  { name: "jsonld", title: "JSON-LD" },
  { name: "csv-nodes", title: "Nodes as CSV" },
  { name: "csv-edges", title: "Edges as CSV" },
  { name: "markdown", title: "Text with citations (Markdown)" },
];

/** A file that the server has written. */
export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

export interface FilesOptions {
  /** The address of the server's exports. */
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  /** How long one file may take, in milliseconds. */
  readonly timeout?: number;
}

/** Has the server write what the answer to a question shows, headed by a title. One request. */
export type Files = (format: string, operation: Operation<unknown>, title: string) => Promise<SavedFile>;

/** What writes files, whose failures are `ApiError`s. */
export function createFiles({ endpoint, fetch, timeout = 120_000 }: FilesOptions): Files {
  return async (format, { query, variables }, title) => {
    try {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ format, query, variables, title }),
        signal: AbortSignal.timeout(timeout),
      });
      if (!response.ok) throw await refusalOf(response);
      return { name: nameIn(response.headers.get("content-disposition")), content: await response.blob() };
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw new ApiError(
        "NO_RESPONSE",
        "The file did not arrive whole. Is the server running, and are you connected to it?",
      );
    }
  };
}

async function refusalOf(response: Response): Promise<ApiError> {
  const status = String(response.status);
  const body = (await response.json().catch(() => null)) as Refusal | null;
  const [error] = body?.errors ?? [];
  if (error === undefined)
    return new ApiError("BAD_RESPONSE", `The server answered with status ${status} and without a file.`);
  return new ApiError(
    response.status >= 500 ? "BAD_RESPONSE" : "REFUSED",
    error.message,
    error.extensions?.code ?? null,
  );
}

interface Refusal {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function nameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "plenary";
}
