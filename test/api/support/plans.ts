import { graphql } from "graphql";

import { createApi } from "../../../src/api/api.js";
import type { ApiContext } from "../../../src/api/context.js";
import type { Ontology } from "../../../src/ontology/model.js";
import type { Plan } from "../../../src/plan/plan.js";
import { noRecords } from "../../support/engine.js";

/** Thrown instead of running a plan: what is tested here ends where the engine begins. */
class Noted extends Error {}

/** Compiles GraphQL text: `plan` gives the one plan of a question, `refusal` the message with which one is refused. */
export function compiler(ontology: Ontology): {
  plan: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Plan>;
  refusal: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<string>;
} {
  const { schema } = createApi(ontology);
  const run = async (source: string, variableValues: Readonly<Record<string, unknown>>) => {
    const plans: Plan[] = [];
    const contextValue = {
      session: {
        snapshot: "none",
        info: () => Promise.reject(new Noted("noted")),
        run: (plan) => {
          // Paths and subgraphs first ask whether the nodes they start from exist: let them.
          if (plan.kind === "lookup" && plan.fields.length === 0) return Promise.resolve(plan.values.map(() => ({})));
          plans.push(plan);
          return Promise.reject(new Noted("noted"));
        },
        nodeRecords: noRecords,
        edgeRecords: noRecords,
        close: () => Promise.resolve(),
      },
    } satisfies ApiContext;
    const { errors = [] } = await graphql({ schema, source, variableValues, contextValue });
    return { plans, errors: errors.filter((error) => !(error.originalError instanceof Noted)) };
  };
  return {
    plan: async (query, variables = {}) => {
      const { plans, errors } = await run(query, variables);
      const [plan] = plans;
      if (plan === undefined || plans.length > 1 || errors.length > 0) {
        throw new Error(`expected one plan: ${errors.map((error) => error.message).join("; ")}`);
      }
      return plan;
    },
    refusal: async (query, variables = {}) => {
      const { errors } = await run(query, variables);
      const [error] = errors;
      if (error === undefined) throw new Error("expected a refusal");
      return error.message;
    },
  };
}
