import { checkSources, perspectiveOf } from "../compile/perspective.js";
import { withCode } from "../errors.js";
import { LIMITS } from "../limits.js";
import { Perspective } from "../perspective.js";
import type { Vocabulary } from "../vocabulary.js";
import { input } from "./fields.js";
import type { Field } from "./fields.js";
import type { Registry } from "./registry.js";

/** The root field that enters the roots again, looking at a part of the graph. It asks the engine for nothing but its sources. */
export function viewField(vocabulary: Vocabulary, types: Registry): Field {
  return {
    type: types.output("Query!"),
    description:
      "Every question again, over the part of the graph that this shows: filters, counts, paths and everything else below see nothing " +
      "but that. A `view` within a `view` replaces only the arguments it gives; null lifts one. `snapshot` stays that of the whole graph.",
    args: {
      valid: input(
        types,
        "Date",
        "Only edges that surely hold at this date, or on some day of it: from their `date` on, or within `from` and `until`. Edges without dates are left out.",
      ),
      known: input(
        types,
        "Date",
        "Only what sources published by the end of this date say. What is only imprecisely dated counts from the end of that; sources " +
          "without a date never do. Values are those of the claims known then, and `summary` is null.",
      ),
      sources: input(
        types,
        "[ID!]",
        `Only what these sources say: ${LIMITS.ids} at most. Values are those that they give, and \`summary\` is null.`,
      ),
      modality: input(
        types,
        "[Modality!]",
        "Edges of these modalities, instead of ACTUAL, where a filter on edges does not mention modality.",
      ),
    },
    resolve: async (source, args: Readonly<Record<string, unknown>>, { session }) => {
      try {
        const perspective = perspectiveOf(Perspective.of(source), args);
        if (args["sources"] !== undefined) await checkSources(session, perspective.view.sources, vocabulary);
        return perspective;
      } catch (error) {
        throw withCode(error);
      }
    },
  };
}
