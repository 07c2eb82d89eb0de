import { draftId, resolutionId } from "../ids.js";
import type { ImportContext } from "../importer.js";
import { emitDecision, emitOrgan, emitVetoes } from "./decision.js";
import { emitMatter } from "./matter.js";
import { emitMeeting } from "./meeting-node.js";
import type { TextRecord } from "./record.js";
import { emitSponsors } from "./sponsors.js";
import { evidenceOf } from "./telling.js";
import type { Doubt, Said, Telling } from "./telling.js";
import { textNode } from "./text-node.js";
import { emitVote } from "./vote-node.js";

/** Tells of a text, who put it forward, what it is about, who voted how, who adopted it and who kept it from adoption. */
export function emitText(record: TextRecord, context: ImportContext, said: Said, doubt: (doubt: Doubt) => void): void {
  const symbol = record.symbol ?? record.draft;
  if (symbol === null) throw new RangeError("a text has a symbol, its own or its draft's");
  const { identify } = context.identities;
  const text =
    record.symbol === null
      ? identify("Resolution", "draftSymbol", symbol, draftId(symbol))
      : identify("Resolution", "symbol", symbol, resolutionId(symbol));
  const evidence = evidenceOf(record, context.source, symbol);
  const telling: Telling = { record, context, said, symbol, text, evidence, doubt };
  emitOrgan(telling);
  context.sink.node(textNode(telling));
  emitDecision(telling);
  emitVetoes(telling);
  emitMatter(telling);
  emitSponsors(telling);
  emitVote(telling, emitMeeting(telling));
}
