import type { GraphQLFieldConfigArgumentMap, GraphQLResolveInfo } from "graphql";

import type { Session } from "../../engine/engine.js";
import type { Plan } from "../../plan/plan.js";
import { Asking } from "../asking.js";
import { scopeOf } from "../compile/scope.js";
import type { RootField } from "../compile/scope.js";
import type { ApiContext } from "../context.js";
import type { ConnectionKind } from "../cursor.js";
import { withCode } from "../errors.js";
import { Perspective } from "../perspective.js";
import { connectionOf } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { pageArguments } from "./arguments.js";
import type { Field } from "./fields.js";
import type { Registry } from "./registry.js";

type Arguments = Readonly<Record<string, unknown>>;
type ToPlan = (root: RootField, args: Arguments) => Plan;

/** What makes one root field different from another. */
interface Root {
  readonly type: string;
  readonly description: string;
  readonly args: GraphQLFieldConfigArgumentMap;
  readonly answer: (session: Session, root: RootField, args: Arguments) => Promise<unknown>;
}

/** Makes the root fields of one schema. */
export class RootFields {
  readonly #vocabulary: Vocabulary;
  readonly #types: Registry;

  constructor(vocabulary: Vocabulary, types: Registry) {
    this.#vocabulary = vocabulary;
    this.#types = types;
  }

  field({ type, description, args, answer }: Root): Field {
    const resolve = async (
      source: unknown,
      given: Arguments,
      { session }: ApiContext,
      info: GraphQLResolveInfo,
    ): Promise<unknown> => {
      try {
        const perspective = Perspective.of(source);
        return await answer(
          perspective.over(session),
          scopeOf(this.#vocabulary, info, perspective, Asking.of(session)),
          given,
        );
      } catch (error) {
        throw withCode(error);
      }
    };
    return { type: this.#types.output(type), description, args, resolve };
  }

  /** A field whose plan's result is the answer. */
  plan({ plan, ...root }: Omit<Root, "answer"> & { readonly plan: ToPlan }): Field {
    return this.field({ ...root, answer: (session, field, args) => session.run(plan(field, args)) });
  }

  /** A field that finds one node or none. */
  one({ plan, ...root }: Omit<Root, "answer"> & { readonly plan: ToPlan }): Field {
    const answer: Root["answer"] = async (session, field, args) => {
      const found = await session.run(plan(field, args));
      if (!Array.isArray(found)) throw new Error("A lookup has no list for a result");
      return (found as readonly unknown[])[0] ?? null;
    };
    return this.field({ ...root, answer });
  }

  /** A field that pages. `kind` may depend on what is asked. */
  connection({
    plan,
    kind,
    ...root
  }: Omit<Root, "answer"> & {
    readonly plan: ToPlan;
    readonly kind: ConnectionKind | ((args: Arguments) => ConnectionKind);
  }): Field {
    return this.field({
      ...root,
      args: { ...root.args, ...pageArguments(this.#types) },
      answer: async (session, field, args) => {
        const result = await session.run(plan(field, args));
        return connectionOf(typeof kind === "function" ? kind(args) : kind, result, args);
      },
    });
  }
}
