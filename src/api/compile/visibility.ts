import type { Visibility } from "../../plan/filter.js";
import { asInput } from "./input.js";
import type { Input } from "./input.js";
import type { Scope } from "./scope.js";

/**
 * Which edges are seen at all: what happened (or has a modality that the `view` asks for) and is not deprecated, unless the filter on the edges mentions modality or rank
 * itself; then that one is up to the filter alone.
 */
export function visibilityOf({ perspective }: Scope, where: Input | null): Visibility {
  return {
    modalities: mentions(where, "modality") ? null : perspective.modalities,
    ranks: mentions(where, "rank") ? null : ["PREFERRED", "NORMAL"],
  };
}

/** Looks through and, or and not; not through the nodes at the ends, whose own edges are another matter. */
function mentions(where: Input | null, name: "modality" | "rank"): boolean {
  if (where === null) return false;
  if (where[name] !== undefined) return true;
  const inside = [where["and"], where["or"], where["not"]].flat();
  return inside.some((part) => mentions(asInput(part), name));
}
