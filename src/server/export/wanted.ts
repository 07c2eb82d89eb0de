import type { FastifyRequest } from "fastify";

import type { View } from "../../api/viewed.js";
import { didYouMeanOr, listOr } from "../../dossier/suggest.js";
import { PlenaryError } from "../../errors.js";
import type { ExportFormat } from "../../export/format.js";
import { FORMATS } from "../../export/formats.js";

/** What a request asks to be exported: the result of a query, or a view of everything. */
export type Wanted = { readonly format: ExportFormat; readonly title: string | null } & (
  | {
      readonly kind: "query";
      readonly query: string;
      readonly variables: Readonly<Record<string, unknown>>;
      readonly operationName?: string;
    }
  | { readonly kind: "view"; readonly view: View }
);

const OF_QUERY = ["query", "variables", "operationName"];
const OF_VIEW = ["valid", "known", "source"];
const NAMES = ["format", "title", ...OF_QUERY, ...OF_VIEW];

/**
 * Reads what a request asks for: the parameters of GraphQL over HTTP, in the address or in a body of JSON, and those of an export, `title` to
 * head it among them. `format` may
 * stand in the address of a POST as well. A name without a value counts as not given.
 *
 * @throws PlenaryError BAD_USER_INPUT that names the parameter, and the nearest valid name where there is one
 */
export function readWanted(request: FastifyRequest): Wanted {
  const given = parametersOf(request);
  const unknown = Object.keys(given).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) {
    throw refused(`There is no parameter ${JSON.stringify(unknown)}${didYouMeanOr(unknown, NAMES)}`);
  }
  const format = formatOf(textOf(given, "format"));
  const title = textOf(given, "title") ?? null;
  const query = textOf(given, "query");
  if (query === undefined) {
    const stray = OF_QUERY.find((name) => given[name] !== undefined);
    if (stray !== undefined) throw refused(`${stray} is of no use without a query. Give a query, or leave it out.`);
    return { format, title, kind: "view", view: viewOf(given) };
  }
  const stray = OF_VIEW.find((name) => given[name] !== undefined);
  if (stray !== undefined) {
    throw refused(`${stray} is for exports without a query. Put the query into { view(…) { … } } instead.`);
  }
  const operationName = textOf(given, "operationName");
  const named = operationName === undefined ? {} : { operationName };
  return { format, title, kind: "query", query, variables: variablesOf(given["variables"]), ...named };
}

type Given = Readonly<Record<string, unknown>>;

function parametersOf({ url, method, body }: FastifyRequest): Given {
  const { searchParams } = new URL(url, "http://localhost");
  const address: Record<string, unknown> = {};
  for (const name of searchParams.keys()) {
    const values = searchParams.getAll(name).filter((value) => value !== "");
    if (values.length > 1 && name !== "source") throw refused(`${name} is given ${values.length} times. Give it once.`);
    if (values.length > 0) address[name] = name === "source" ? values : values[0];
  }
  if (method !== "POST") return address;
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw refused('The body is not a JSON object. Send one such as {"format": "graphml", "query": "…"}.');
  }
  return { ...address, ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) };
}

function formatOf(name: string | undefined): ExportFormat {
  const names = [...FORMATS.keys()];
  if (name === undefined) throw refused(`The format is missing. Add format= with ${listOr(names)}.`);
  const format = FORMATS.get(name);
  if (format === undefined) throw refused(`There is no format ${JSON.stringify(name)}${didYouMeanOr(name, names)}`);
  return format;
}

function viewOf(given: Given): View {
  const sources = given["source"] ?? null;
  const list = typeof sources === "string" ? [sources] : sources;
  if (list !== null && !isTexts(list)) throw refused("source is neither the id of a source nor a list of such ids.");
  return { valid: textOf(given, "valid") ?? null, known: textOf(given, "known") ?? null, sources: list };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function textOf(given: Given, name: string): string | undefined {
  const value = given[name];
  if (value === undefined || typeof value === "string") return value;
  throw refused(`${name} is not a text.`);
}

/** In an address, variables are written as JSON. */
function variablesOf(value: unknown): Readonly<Record<string, unknown>> {
  const read = typeof value === "string" ? fromJson(value) : (value ?? {});
  if (typeof read === "object" && read !== null && !Array.isArray(read)) return read as Record<string, unknown>;
  throw refused('variables are not a JSON object such as {"iso3": "USA"}.');
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param message a full stop is added where it ends on no mark */
function refused(message: string): PlenaryError {
  return new PlenaryError("BAD_USER_INPUT", /[.?]$/.test(message) ? message : `${message}.`);
}
