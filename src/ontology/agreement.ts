import type { FieldDefinitionNode } from "graphql";

import { directive, unwrap } from "./document.js";
import type { OntologyDocument, Problems } from "./document.js";
import type { AgreementMark } from "./model.js";

/** What `@agreement` says among the properties of a relationship; null where it says nothing. */
export function readAgreement(
  fields: readonly FieldDefinitionNode[],
  document: OntologyDocument,
  problems: Problems,
): AgreementMark | null {
  const marks = fields.flatMap((field) => {
    const given = directive(field, "agreement");
    if (given === null) return [];
    const { name, list } = unwrap(field);
    const valid = document.enums.get(name)?.values?.map((value) => value.name.value);
    const mark = {
      property: field.name.value,
      opposite: [given["opposite"] ?? []].flat().map(String),
      between: [given["between"] ?? []].flat().map(String),
    };
    const values = [...mark.opposite, ...mark.between];
    const unknown = values.find((value) => valid?.includes(value) === false);
    if (valid === undefined || list) {
      problems.add(field, `only a single enum can have @agreement, which ${mark.property} is not`);
    } else if (unknown !== undefined) {
      problems.add(field, `@agreement names ${unknown}, which ${name} does not have: ${valid.join(", ")}`);
    } else if (new Set(values).size < values.length) {
      problems.add(field, "@agreement names a value twice");
    }
    return [{ field, mark }];
  });
  const [first, second] = marks;
  if (second !== undefined) problems.add(second.field, "another property of this relationship has @agreement already");
  return first?.mark ?? null;
}
