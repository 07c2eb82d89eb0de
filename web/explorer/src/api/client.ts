import { ApiError } from "./errors.js";
import type { Operation } from "./operation.js";

export interface ClientOptions {
  /** The address of the API. */
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  /** How long one try may take, in milliseconds. */
  readonly timeout?: number;
  /** How long to wait before each further try, in milliseconds; as many tries as there are waits, and one. */
  readonly waits?: readonly number[];
}

/** Asks the API. */
export interface Client {
  readonly endpoint: string;
  /**
   * Returns the `data` of the answer.
   * @throws ApiError where there is none; the signal's reason once nobody wants it any more
   */
  ask<Data>(operation: Operation<Data>, signal?: AbortSignal): Promise<Data>;
}

/** A client that tries again what may pass by itself: no response, or one that did not come from the API. */
export function createClient(options: ClientOptions): Client {
  const { endpoint, waits = [300, 1200] } = options;
  return {
    endpoint,
    ask: async <Data>(operation: Operation<Data>, signal?: AbortSignal): Promise<Data> => {
      for (const wait of waits) {
        try {
          return await once(options, operation, signal);
        } catch (error) {
          if (!(error instanceof ApiError) || error.trouble === "REFUSED" || error.trouble === "TOO_SLOW") throw error;
          await pause(wait, signal);
        }
      }
      return once(options, operation, signal);
    },
  };
}

async function once<Data>(
  { endpoint, fetch, timeout = 20_000 }: ClientOptions,
  { name, query, variables }: Operation<Data>,
  signal?: AbortSignal,
): Promise<Data> {
  const clock = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json;q=0.9",
      },
      body: JSON.stringify({ query, variables, operationName: name }),
      signal: signal === undefined ? clock : AbortSignal.any([signal, clock]),
    });
    return dataOf(response.status, await jsonOf(response)) as Data;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    signal?.throwIfAborted();
    if (clock.aborted) {
      throw new ApiError("TOO_SLOW", `The server has not answered within ${String(timeout / 1000)} seconds.`);
    }
    throw new ApiError("NO_RESPONSE", "The server does not respond. Is it running, and are you connected to it?");
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiError(
      "BAD_RESPONSE",
      `The server answered with status ${String(response.status)} and not as the API does.`,
    );
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function dataOf(status: number, body: unknown): unknown {
  const { data, errors } = (typeof body === "object" && body !== null ? body : {}) as Answer;
  const [first] = errors ?? [];
  if (first !== undefined) {
    const code = first.extensions?.code ?? null;
    throw new ApiError(status >= 500 ? "BAD_RESPONSE" : "REFUSED", first.message, code);
  }
  if (data === undefined || data === null) {
    throw new ApiError("BAD_RESPONSE", `The server answered with status ${String(status)} and without data.`);
  }
  return data;
}

/** Resolves after so many milliseconds; rejects at once if nobody wants it any more. */
function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) giveUp();
    else signal?.addEventListener("abort", giveUp, { once: true });
  });
}
