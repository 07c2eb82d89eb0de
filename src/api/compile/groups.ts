import { getNamedType } from "graphql";

import type { GroupKey, GroupsPart, NodeField } from "../../plan/plan.js";
import { inputError } from "../errors.js";
import { LIMITS } from "../limits.js";
import { aliasPrefix } from "../resolve.js";
import { withPrefix } from "./prefix.js";
import { bounded } from "./input.js";
import { keyOf } from "./order.js";
import type { Ground } from "./order.js";
import { asObjectType } from "./scope.js";
import type { Scope, Select } from "./scope.js";
import { argumentsOf, selectedFields } from "./selection.js";
import type { Selected } from "./selection.js";

/** Compiles a `groupBy`. @throws PlenaryError BAD_USER_INPUT where it names no key, or one that is not there */
export function groupsPart(select: Select, scope: Scope, selected: Selected, ground: Ground): GroupsPart {
  const args = argumentsOf(scope, selected);
  const at = `${ground.at}.groupBy`;
  const years = args["years"] === true;
  const names = (on: "node" | "edge"): readonly string[] => (args[on] ?? []) as readonly string[];
  const by = [
    ...names("node").map((name) => groupKey(scope, ground, "node", name, years, at)),
    ...names("edge").map((name) => groupKey(scope, ground, "edge", name, years, at)),
  ];
  if (by.length === 0) throw inputError(`${at}: name at least one key to group by, in node or edge.`);
  return {
    as: selected.key,
    kind: "groups",
    by,
    first: bounded(args["first"] ?? LIMITS.page, `${at}(first)`, 1, LIMITS.first),
    ...endFields(select, scope, selected),
  };
}

function groupKey(
  scope: Scope,
  ground: Ground,
  on: "node" | "edge",
  name: string,
  years: boolean,
  at: string,
): GroupKey {
  const property = keyOf(scope, ground, on, name, `${at}(${on})`);
  if (on === "edge" && (name === "subject" || name === "object")) return { kind: "end", end: name };
  return { kind: years && property.type === "date" ? "year" : "property", on, property };
}

/** What is selected on the subject and object of groups, under every alias of `groups` and of the ends. */
function endFields(
  select: Select,
  scope: Scope,
  selected: Selected,
): { readonly subject: NodeField[]; readonly object: NodeField[] } {
  const ends = { subject: [] as NodeField[], object: [] as NodeField[] };
  const groups = asObjectType(getNamedType(selected.definition.type));
  for (const list of selectedFields(scope, groups, selected.nodes)) {
    if (list.name !== "groups") continue;
    for (const end of selectedFields(scope, asObjectType(getNamedType(list.definition.type)), list.nodes)) {
      if (end.name !== "subject" && end.name !== "object") continue;
      const types = scope.vocabulary.concrete(getNamedType(end.definition.type).name);
      const prefix = aliasPrefix(["groups", end.name], [list.key, end.key]);
      ends[end.name].push(...withPrefix(prefix, select.nodes(scope, types, end.nodes)));
    }
  }
  return ends;
}
