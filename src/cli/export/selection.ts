import { GraphQLError, parse, validate } from "graphql";
import type { DocumentNode, GraphQLSchema } from "graphql";

import { createApi } from "../../api/api.js";
import { collectShown } from "../../api/shown.js";
import { didYouMean } from "../../dossier/suggest.js";
import type { Session } from "../../engine/engine.js";
import { RESULT_TITLE, type Selection, titleOf } from "../../export/content.js";
import { parseDate } from "../../graph/date.js";
import { SOURCE } from "../../graph/source.js";
import type { Ontology } from "../../ontology/model.js";
import type { View } from "../../plan/view.js";
import { CliError, EXIT, InputError } from "../exit.js";

/** A view as options give it; null for the whole graph. @throws CliError where a date is none */
export function viewOf(options: {
  readonly valid?: string | undefined;
  readonly known?: string | undefined;
  readonly source?: readonly string[] | undefined;
}): View | null {
  const { valid = null, known = null, source: sources = null } = options;
  for (const [option, date] of Object.entries({ valid, known })) {
    if (date === null || parseDate(date) !== null) continue;
    throw new CliError(EXIT.usage, `--${option}: "${date}" is not a date: expected yyyy, yyyy-mm or yyyy-mm-dd`);
  }
  return valid === null && known === null && sources === null ? null : { valid, known, sources };
}

/** All that a view has. @throws CliError where one of its sources is none */
export async function selectView(session: Session, view: View | null): Promise<Selection> {
  const whole = { nodeIds: null, edgeIds: null };
  if (view === null) return { ...whole, title: titleOf(undefined) };
  await requireSources(session, view.sources ?? []);
  return { ...whole, view, title: titleOf(view) };
}

export interface ExportQuestion {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operation: string | undefined;
}

/** What the answer to a question shows. @throws InputError where the document is not valid */
export async function selectShown(session: Session, question: ExportQuestion, ontology: Ontology): Promise<Selection> {
  const { text, variables, operation } = question;
  const { schema } = createApi(ontology);
  const document = readValid(text, schema);
  const asked = { document, variables, ...(operation === undefined ? {} : { operationName: operation }) };
  const { nodeIds, edgeIds, view } = await collectShown(schema, session, asked);
  return { nodeIds, edgeIds, ...(view === null ? {} : { view }), title: RESULT_TITLE, query: text };
}

function readValid(text: string, schema: GraphQLSchema): DocumentNode {
  try {
    const document = parse(text);
    const errors = validate(schema, document);
    if (errors.length > 0) throw invalid(errors);
    return document;
  } catch (error) {
    throw error instanceof GraphQLError ? invalid([error]) : error;
  }
}

function invalid(errors: readonly GraphQLError[]): InputError {
  const problems = errors.map(({ message, locations }) => {
    const at = locations?.[0];
    return at === undefined ? message : `${at.line}:${at.column}: ${message}`;
  });
  return new InputError(problems, "the query");
}

async function requireSources(session: Session, ids: readonly string[]): Promise<void> {
  const found = new Set<string>();
  const add = async (wanted: readonly string[] | null): Promise<void> => {
    for await (const page of session.nodeRecords({ ids: wanted })) {
      for (const { id, type } of page) if (type === SOURCE) found.add(id);
    }
  };
  await add(ids);
  const missing = ids.find((id) => !found.has(id));
  if (missing === undefined) return;
  await add(null);
  throw new CliError(EXIT.usage, `--source: there is no source "${missing}"${didYouMean(missing, found)}`);
}
