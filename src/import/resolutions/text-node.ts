import { ORGANS } from "../ids.js";
import type { NodeDraft } from "../importer.js";
import { basisOf, claimsOf } from "./stated.js";
import type { Telling } from "./telling.js";

/** The text itself. */
export function textNode(telling: Telling): NodeDraft {
  const { record, symbol, text, evidence } = telling;
  const { adoption, date, status, title } = record;
  const proof = evidence("outcome");
  const draft = ownDraft(telling);
  return {
    id: text,
    type: "Resolution",
    name:
      title ?? `${ORGANS[record.organ].name} ${record.symbol === null ? "draft resolution" : "resolution"} ${symbol}`,
    ...(title === null ? { nameMade: true } : {}),
    properties: {
      ...(record.symbol === null ? {} : { symbol: record.symbol }),
      ...(draft === null ? {} : { draftSymbol: draft }),
      status,
      date: date.value,
      ...(adoption === null ? {} : { adoptionType: adoption.value }),
    },
    basis: [...basisOf("date", date), ...basisOf("adoptionType", adoption)],
    claims: [...claimsOf("date", date, proof), ...claimsOf("adoptionType", adoption, proof)],
    evidence: proof,
  };
}

/** The symbol of the draft, unless another text has it already: two records cannot both be right then. */
function ownDraft({ record, context, text, symbol, doubt }: Telling): string | null {
  const { draft } = record;
  if (draft === null) return null;
  const owner = context.identities.identify("Resolution", "draftSymbol", draft, text);
  if (owner === text) return draft;
  doubt({ reason: "its draft is that of another text: it is left out", detail: `${symbol}: ${draft}` });
  return null;
}
