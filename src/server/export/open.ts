import type { GraphQLSchema } from "graphql";

import { collectShown } from "../../api/shown.js";
import { checkedView } from "../../api/viewed.js";
import type { ServerConfig } from "../../config/config.js";
import type { Engine, Session } from "../../engine/engine.js";
import { RESULT_TITLE, contentOf, titleOf } from "../../export/content.js";
import type { Content } from "../../export/content.js";
import type { Ontology } from "../../ontology/model.js";
import { readDocument } from "../document.js";
import type { Wanted } from "./wanted.js";

/** What exports are made from. */
export interface Exporting {
  readonly schema: GraphQLSchema;
  readonly ontology: Ontology;
  readonly engine: Engine;
  readonly config: Pick<ServerConfig, "requestTimeout" | "maxEdges" | "maxTokens" | "maxDepth" | "maxExports">;
}

/** An export that has begun. */
export interface OpenExport {
  readonly snapshot: string;
  readonly chunks: AsyncIterableIterator<string>;
}

/**
 * Begins an export: what is shown is worked out under the limits of a question, and then read for as long as the reader takes. Its session is closed
 * when its chunks are read, or nobody wants them any more.
 *
 * @param signal ends the reading between two pages
 * @throws PlenaryError or GraphQLError where the question cannot be answered; nothing is left open then
 */
export async function openExport(parts: Exporting, wanted: Wanted, signal: AbortSignal): Promise<OpenExport> {
  const { engine, config } = parts;
  const session = await engine.session({ deadline: Date.now() + config.requestTimeout, edges: config.maxEdges });
  try {
    const content = await contentOfWanted(parts, stoppable(session, signal), wanted);
    return { snapshot: session.snapshot, chunks: closing(wanted.format.write(content), session) };
  } catch (error) {
    await session.close();
    throw error;
  }
}

async function contentOfWanted(
  { schema, ontology, config }: Exporting,
  session: Session,
  wanted: Wanted,
): Promise<Content> {
  if (wanted.kind === "view") {
    const view = await checkedView(schema, session, wanted.view);
    return contentOf(session, ontology, { view, nodeIds: null, edgeIds: null, title: wanted.title ?? titleOf(view) });
  }
  const { query, variables } = wanted;
  const document = readDocument(schema, query, variables, config);
  const { view, ...ids } = await collectShown(schema, session, { ...wanted, document });
  const title = wanted.title ?? RESULT_TITLE;
  return contentOf(session, ontology, { ...(view === null ? {} : { view }), ...ids, title, query });
}

/** A session whose streams of records end once the signal says so. */
function stoppable(session: Session, signal: AbortSignal): Session {
  return {
    ...session,
    nodeRecords: (extract) => until(signal, session.nodeRecords(extract)),
    edgeRecords: (extract) => until(signal, session.edgeRecords(extract)),
  };
}

async function* until<T>(signal: AbortSignal, pages: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const page of pages) {
    signal.throwIfAborted();
    yield page;
  }
}

async function* closing(chunks: AsyncIterable<string>, session: Session): AsyncGenerator<string> {
  try {
    yield* chunks;
  } finally {
    await session.close();
  }
}
