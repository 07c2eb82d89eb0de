import { getNamedType } from "graphql";

import type { GroupKey, GroupsPart, NodeField } from "../../plan/plan.js";
import { inputError } from "../errors.js";
import { LIMITS } from "../limits.js";
import { aliasPrefix } from "../resolve.js";
import { withPrefix } from "./prefix.js";
import { bounded } from "./input.js";
import { constantName } from "../schema/names.js";
import { keyOf, termOf } from "./order.js";
import type { Ground, KeyTerm } from "./order.js";
import { asObjectType } from "./scope.js";
import type { Scope, Select } from "./scope.js";
import { argumentsOf, selectedFields } from "./selection.js";
import type { Selected } from "./selection.js";

/** An entry of `groupBy(by:)`. */
interface GroupTerm extends KeyTerm {
  readonly year?: boolean | null;
}

/** Compiles a `groupBy`. @throws PlenaryError BAD_USER_INPUT where it names no key, or one that is not there */
export function groupsPart(select: Select, scope: Scope, selected: Selected, ground: Ground): GroupsPart {
  const args = argumentsOf(scope, selected);
  const at = `${ground.at}.groupBy`;
  const by = (args["by"] as readonly GroupTerm[]).map((term, index) =>
    groupKey(scope, ground, term, `${at}(by)[${index}]`),
  );
  if (by.length === 0) throw inputError(`${at}(by): name at least one key to group by.`);
  return {
    as: selected.key,
    kind: "groups",
    by,
    first: bounded(args["first"] ?? LIMITS.page, `${at}(first)`, 1, LIMITS.first),
    ...endFields(select, scope, selected),
  };
}

function groupKey(scope: Scope, ground: Ground, term: GroupTerm, at: string): GroupKey {
  const { on, name } = termOf(term, at);
  const property = keyOf(scope, ground, on, name, at);
  if (term.year === true) {
    if (property.type === "date") return { kind: "year", on, property };
    throw inputError(`${at}: ${constantName(name)} is not a date, so it has no year.`);
  }
  if (on === "edge" && (name === "subject" || name === "object")) return { kind: "end", end: name };
  return { kind: "property", on, property };
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
