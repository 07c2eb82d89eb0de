import type { FormattedExecutionResult } from "graphql";

import { createApi } from "../../api/api.js";
import type { Config } from "../../config/config.js";
import type { Engine } from "../../engine/engine.js";
import { startGraphQL } from "../../server/graphql.js";
import type { Log } from "../../server/log.js";
import { openOntology } from "../compile.js";
import { readDocument, readVariables } from "../document.js";
import { EXIT, type ExitCode, isDebugging } from "../exit.js";
import type { Io } from "../io.js";
import { openEngine } from "../open.js";

export interface Question {
  /** Path of a GraphQL document, or `-` for standard input. */
  readonly file: string;
  /** JSON text of an object. */
  readonly variables: string | undefined;
  /** The operation of the document, where it has several. */
  readonly operation: string | undefined;
}

/** Answers a GraphQL document from the graph, exactly as the server would, and prints the response as JSON. */
export async function query(config: Config, question: Question, io: Io): Promise<ExitCode> {
  const document = await readDocument(question.file, io);
  const variables = readVariables(question.variables);
  const ontology = await openOntology(config, io.cwd);
  const engine = await openEngine(config, ontology, io, (message) => io.stderr.write(`plenary: ${message}\n`));
  try {
    const { schema } = createApi(ontology);
    const apollo = await startGraphQL(schema, config.server, logOf(io));
    const request = {
      query: document,
      variables,
      ...(question.operation === undefined ? {} : { operationName: question.operation }),
    };
    const result = await answer(apollo, engine, request, config, logOf(io));
    await apollo.stop();
    io.stdout.write(`${JSON.stringify(result, null, io.stdout.isTTY === true ? 2 : 0)}\n`);
    return result.errors === undefined ? EXIT.ok : EXIT.problems;
  } finally {
    await engine.close();
  }
}

type GraphQLServer = Awaited<ReturnType<typeof startGraphQL>>;

async function answer(
  apollo: GraphQLServer,
  engine: Engine,
  request: { query: string; variables: Record<string, unknown>; operationName?: string },
  config: Config,
  log: Log,
): Promise<FormattedExecutionResult> {
  const { requestTimeout, maxEdges } = config.server;
  const session = await engine.session({ deadline: Date.now() + requestTimeout, edges: maxEdges });
  try {
    const contextValue = { session, log, request: { wellFormed: false } };
    const { body } = await apollo.executeOperation(request, { contextValue });
    if (body.kind !== "single") throw new Error("an answer in chunks");
    const { errors, data, extensions } = body.singleResult;
    return { ...(errors && { errors }), ...(data !== undefined && { data }), ...(extensions && { extensions }) };
  } finally {
    await session.close();
  }
}

/** Errors that the response does not tell are worth seeing only for whoever looks for a fault of Plenary. */
function logOf(io: Io): Log {
  const say = (entry: unknown): void => {
    if (!isDebugging(io)) return;
    const error = typeof entry === "object" && entry !== null && "err" in entry ? entry.err : entry;
    io.stderr.write(`plenary: ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}\n`);
  };
  return { debug: say, info: say, warn: say, error: say };
}
