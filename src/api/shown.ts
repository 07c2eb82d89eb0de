import { execute, getOperationAST, Kind, OperationTypeNode, separateOperations } from "graphql";
import type { DocumentNode, GraphQLSchema } from "graphql";

import type { Session } from "../engine/engine.js";
import { PlenaryError } from "../errors.js";
import { endsOf } from "../graph/edge-id.js";
import { compareText } from "../graph/text.js";
import type { Plan } from "../plan/plan.js";
import type { View } from "../plan/view.js";
import { inputError } from "./errors.js";
import { LIMITS } from "./limits.js";
import { type Marks, markShown } from "./marks.js";
import { unfoldedFields } from "./unfolded.js";

/** A question as GraphQL over HTTP has it, its document valid. */
export interface ShownQuestion {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** What an answer shows. Ids are in order, each once. */
export interface Shown {
  /** The nodes: those that are selected anywhere, and those at the ends of the edges. */
  readonly nodeIds: readonly string[];
  /** The edges that are selected anywhere, and those along which selected nodes were found. */
  readonly edgeIds: readonly string[];
  /** The view in which all of it was seen; null for the whole graph. */
  readonly view: View | null;
}

/**
 * Asks a question, with the limits of the session, and tells which nodes and edges the answer shows: those of which it selects anything,
 * wherever they stand (in connections, paths, groups, evidence, …). The answer itself is not kept.
 *
 * @throws GraphQLError the first error of the answer: what is incomplete is not to be taken for the whole
 * @throws PlenaryError TOO_EXPENSIVE where the question unfolds too far; BAD_USER_INPUT where it shows no node and no edge whatever the answer, or looks at the graph in several views
 */
export async function collectShown(
  schema: GraphQLSchema,
  session: Session,
  { document, variables = {}, operationName }: ShownQuestion,
): Promise<Shown> {
  const operation = operationOf(document, operationName);
  requireModest(operation);
  const { document: marked, marks, shows } = markShown(schema, operation);
  if (!shows) {
    throw inputError(
      "The query shows no nodes and no edges: there is nothing to export. Select some, if only their ids.",
    );
  }
  const seen = new Map<string, View | null>();
  const { data, errors } = await execute({
    schema,
    document: marked,
    variableValues: variables,
    contextValue: { session: noting(session, marks, seen) },
  });
  const [error] = errors ?? [];
  if (error !== undefined) throw error;
  return { ...idsIn(data, marks), view: onlyView([...seen.values()]) };
}

/** The document with nothing but the operation of that name, or the only one, and the fragments that it uses. */
function operationOf(document: DocumentNode, name: string | undefined): DocumentNode {
  const operation = getOperationAST(document, name) ?? null;
  if (operation?.operation === OperationTypeNode.QUERY) {
    return separateOperations(document)[operation.name?.value ?? ""] ?? document;
  }
  if (operation !== null) throw inputError(`Only a query shows something, not a ${operation.operation}.`);
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? "one without a name"] : [],
  );
  const says =
    name === undefined ? "The document has several operations" : `There is no operation called ${JSON.stringify(name)}`;
  throw inputError(`${says}. Say which by name: ${names.join(", ")}.`);
}

/** @throws PlenaryError TOO_EXPENSIVE where fragments make far more of the document than it seems: also where no root field is compiled */
function requireModest(document: DocumentNode): void {
  if (unfoldedFields(document) <= LIMITS.selection) return;
  const most = LIMITS.selection.toLocaleString("en");
  const message = `The query selects more than ${most} fields once its fragments are written out. Ask for less at once.`;
  throw new PlenaryError("TOO_EXPENSIVE", message);
}

/** A session that notes in which views plans with marks are run. */
function noting(session: Session, marks: Marks, seen: Map<string, View | null>): Session {
  return {
    ...session,
    run: (plan) => {
      if (hasMark(plan, marks)) seen.set(JSON.stringify(plan.view ?? null), plan.view ?? null);
      return session.run(plan);
    },
  };
}

/** Whether a part of a plan fetches what a mark asks for. */
function hasMark(part: Plan | object, marks: Marks): boolean {
  if ("as" in part && typeof part.as === "string") {
    // Below a plain value with an alias, the alias comes first: see `aliasPrefix`.
    const key = part.as.split(".").at(-1);
    if (key === marks.node || key === marks.edge) return true;
  }
  return Object.values(part).some(
    (member: unknown) => typeof member === "object" && member !== null && hasMark(member, marks),
  );
}

/** @throws PlenaryError BAD_USER_INPUT where there are several */
function onlyView(views: readonly (View | null)[]): View | null {
  const [view = null, ...others] = views;
  if (others.length === 0) return view;
  throw inputError(
    "The query looks at the graph in several views, which one file cannot tell apart. " +
      "Export them one by one: one query for each `view(valid:, known:, sources:)`, with nothing beside it.",
  );
}

function idsIn(data: unknown, marks: Marks): Pick<Shown, "nodeIds" | "edgeIds"> {
  const [nodes, edges] = [new Set<string>(), new Set<string>()];
  const read = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (key === marks.node) nodes.add(String(member));
      else if (key === marks.edge) edges.add(String(member));
      else read(member);
    }
  };
  read(data);
  for (const id of edges) for (const end of endsOf(id)) nodes.add(end);
  return { nodeIds: inOrder(nodes), edgeIds: inOrder(edges) };
}

function inOrder(ids: ReadonlySet<string>): readonly string[] {
  return [...ids].sort(compareText);
}
