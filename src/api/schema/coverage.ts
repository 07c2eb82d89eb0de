import { GraphQLEnumType, GraphQLObjectType } from "graphql";
import type { GraphQLNamedType } from "graphql";

import { emptyReason, fit } from "../../graph/coverage.js";
import type { Statement } from "../../graph/coverage.js";
import { Asking } from "../asking.js";
import type { ApiContext } from "../context.js";
import { coverageOf, readSources } from "../coverage.js";
import type { Covering } from "../coverage.js";
import { withCode } from "../errors.js";
import type { Perspective } from "../perspective.js";
import { asItem } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { input, plain } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import type { Registry } from "./registry.js";
import type { RootFields } from "./root-field.js";

/** The sources that a value names by id, and from where they are read. */
interface Naming {
  readonly sources: readonly string[];
  readonly perspective: Perspective;
}

/** What an empty connection is worth, and what sources cover. */
export function coverageTypes(vocabulary: Vocabulary, types: Registry): GraphQLNamedType[] {
  const source = vocabulary.orEntity("Source");
  const reason = object("Absence", "Why a connection is empty.", () => ({
    code: plain(types, "AbsenceCode!", "Whether it is sure that there is none."),
    message: plain(types, "String!", "The same in words."),
    nearest: sources(
      types,
      vocabulary,
      `[${source}!]!`,
      "The source that makes it sure, or those that come nearest to covering it, the best first: three at most.",
    ),
  }));
  const code = new GraphQLEnumType({
    name: "AbsenceCode",
    description: "What it means that nothing was found.",
    values: {
      NOT_FOUND: { description: "There is none: a source that is complete for all that was asked has none." },
      NOT_COVERED: { description: "No source is complete for it: there may be some that nobody recorded." },
    },
  });
  if (vocabulary.coverage === null) return [code, reason];
  const coverage = object("Coverage", "Something that a source says it covers.", () => ({
    source: sources(types, vocabulary, `${source}!`, "The source."),
    covers: plain(types, "Covers!", "What it says."),
    whole: plain(types, "Boolean!", "Whether that holds all that was asked for, on every day of it."),
  }));
  return [code, reason, coverage];
}

/** The field of every connection that says why it is empty. */
export function emptyReasonField(vocabulary: Vocabulary, types: Registry): Field {
  return {
    ...plain(
      types,
      "Absence",
      "Null unless the connection is empty. NOT_FOUND only where one source lists every edge of the relationships asked for (those that " +
        "filters follow included), of the body (a node that a filter names by `id`, or the one at hand) and in the whole period (by `date` " +
        "in `edge`). Whatever asks for more is NOT_COVERED; so are nodes as such and search, for no source lists every node.",
    ),
    resolve: async (source, _args, { session }, info) => {
      const asked = Asking.of(session).ofEmpty(asItem(source), String(info.path.key));
      if (asked === null) return null;
      const covering = await coverageOf(session, asked.perspective, vocabulary);
      const statements = covering.map(({ statement }) => statement);
      const { code, message, nearest } = emptyReason(asked.question, statements);
      return { code, message, sources: nearest, perspective: asked.perspective };
    },
  };
}

/** The root field that lists what sources cover; none where the ontology does not let them say so. */
export function coverageField(vocabulary: Vocabulary, roots: RootFields, types: Registry): Fields {
  if (vocabulary.coverage === null) return {};
  const field = roots.field({
    type: "[Coverage!]!",
    description:
      "What sources say they cover of a relationship, a body and a period, in whole or in part. First what holds all that is asked, then what is complete.",
    args: {
      relationship: input(types, "RelationshipType", "Only this relationship."),
      body: input(types, "ID", "The id of the body whose acts are asked for."),
      from: input(types, "Date", "The first day of the period."),
      until: input(types, "Date", "The last day of the period."),
    },
    answer: async (session, { scope: { perspective } }, args) => {
      const text = (name: string): string | null => (typeof args[name] === "string" ? args[name] : null);
      const asked = {
        relationship: text("relationship"),
        body: text("body"),
        from: text("from"),
        until: text("until"),
      };
      return (await coverageOf(session, perspective, vocabulary))
        .flatMap(({ statement, value }) => covered(statement, value, asked))
        .sort((a, b) => Number(b.whole) - Number(a.whole) || Number(b.complete) - Number(a.complete))
        .map((one) => ({ ...one, perspective }));
    },
  });
  return { coverage: field };
}

type Asked = Readonly<Record<"relationship" | "body" | "from" | "until", string | null>>;

/** A statement that has to do with what is asked. What is not asked, it need not say. */
function covered(
  statement: Statement,
  covers: Covering["value"],
  { relationship, body, from, until }: Asked,
): (Pick<Naming, "sources"> & { readonly covers: unknown; readonly whole: boolean; readonly complete: boolean })[] {
  const relevant = {
    ...statement,
    relationships: relationship === null ? [""] : statement.relationships,
    bodies: body === null ? [] : statement.bodies,
    ...(from === null && until === null ? { from, until } : {}),
  };
  const question = {
    relationships: [relationship ?? ""],
    bodies: body === null ? [] : [body],
    from,
    until,
    certain: true,
  };
  const found = fit(relevant, question);
  if (found.relationships === 0 || !found.body || found.period === "none") return [];
  return [{ sources: [statement.source], covers, whole: found.whole, complete: statement.complete }];
}

/** The sources that a value names, as one or as a list. */
function sources(types: Registry, vocabulary: Vocabulary, reference: string, description: string): Field {
  return {
    ...plain(types, reference, description),
    resolve: async (value, _args, { session }, info) => {
      const { sources: ids, perspective } = value as Naming;
      try {
        const nodes = await readSources(session, perspective, vocabulary, ids, info);
        return reference.startsWith("[") ? nodes : nodes[0];
      } catch (error) {
        throw withCode(error);
      }
    },
  };
}

function object(name: string, description: string, fields: () => Fields): GraphQLObjectType {
  return new GraphQLObjectType<unknown, ApiContext>({ name, description, fields });
}
