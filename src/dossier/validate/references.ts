import type { Ontology } from "../../ontology/model.js";
import type { Report } from "../problem.js";
import type { Reference, ReferenceRole } from "../reading.js";
import { SOURCE } from "../../graph/source.js";
import { didYouMean } from "../suggest.js";

/** Whoever can hold an opinion or relay an account. */
const ACTOR = "Actor";

/** Suggestions compare a name with every id; beyond this many unknown ids the author has another problem than spelling. */
const MAX_SUGGESTIONS = 100;

const ALLOWED: Record<ReferenceRole, readonly string[] | null> = {
  object: null,
  extends: null,
  source: [SOURCE],
  attributedTo: [ACTOR],
  reportedBy: [ACTOR, SOURCE],
};

/** Every id written where a node is meant names a node, of a type that may stand there. */
export function checkReferences(
  references: readonly Reference[],
  typeOf: ReadonlyMap<string, string>,
  ontology: Ontology,
  report: Report,
): void {
  const hints = new Map<string, string>();
  const hint = (id: string): string => {
    const known = hints.get(id);
    if (known !== undefined) return known;
    const made = hints.size < MAX_SUGGESTIONS ? didYouMean(id, typeOf.keys()) : "";
    hints.set(id, made);
    return made;
  };
  for (const { id, role, at } of references) {
    const type = typeOf.get(id);
    if (type === undefined) {
      report(at, role === "extends" ? `extends unknown node "${id}"${hint(id)}` : `unknown id "${id}"${hint(id)}`);
      continue;
    }
    const allowed = ALLOWED[role];
    if (allowed !== null && ontology.types.has(type) && !allowed.some((name) => isA(type, name, ontology))) {
      report(
        at,
        `"${id}" is ${article(type)} ${type}; "${role}" names ${allowed.map((name) => `${article(name)} ${name}`).join(" or ")}`,
      );
    }
  }
}

function isA(type: string, name: string, ontology: Ontology): boolean {
  return ontology.types.get(name)?.concrete.includes(type) === true;
}

function article(name: string): string {
  return /^[AEIOU]/.test(name) ? "an" : "a";
}
