import type { EdgeRecord } from "../graph/record.js";
import { BLOCKED, VETO, VETOED } from "./terms.js";
import type { Violation } from "./violation.js";

/**
 * A veto happened, and is a veto: VETOED has the modality ACTUAL and the form VETO. It is also all there is to say about how its
 * subject stood in the way of its object, so that BLOCKED for the same pair is an error.
 */
export function checkBlocking(edges: readonly EdgeRecord[]): readonly Violation[] {
  const vetoes = edges.filter((edge) => edge.type === VETOED);
  const pairs = new Set(vetoes.map(pairOf));
  return [
    ...vetoes.flatMap(checkVeto),
    ...edges
      .filter((edge) => edge.type === BLOCKED && pairs.has(pairOf(edge)))
      .map(({ id, subject, object }) => ({
        id,
        message: `${subject} also has ${VETOED} ${object}, which says how it was blocked; write one of the two`,
      })),
  ];
}

function checkVeto({ id, modality, properties }: EdgeRecord): readonly Violation[] {
  const form = typeof properties["form"] === "string" ? properties["form"] : "";
  const actual = `${VETOED} is always ACTUAL; write a veto that is not certain as ${BLOCKED} with form: ${VETO} and modality: ${modality}`;
  return [
    ...(modality === "ACTUAL" ? [] : [{ id, message: actual }]),
    ...(form === VETO
      ? []
      : [
          {
            id,
            message: `${VETOED} always has the form ${VETO}; leave the form out, or write ${BLOCKED} with form: ${form}`,
          },
        ]),
  ];
}

function pairOf({ subject, object }: EdgeRecord): string {
  return `${subject}/${object}`;
}
