import type { LinkAnswer } from "./api/types.js";
import type { Expansion, Modality } from "./view/view.js";

const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  ACTUAL: "happened",
  EXPECTED: "expected",
  POSSIBLE: "possible",
  THREATENED: "threatened",
  PLANNED: "planned",
  CALLED_FOR: "called for",
  DENIED: "denied",
  DID_NOT_HAPPEN: "did not happen",
};

/** Whether it happened, in a word or three. */
export function modalityWord(modality: Modality): string {
  return MODALITY_WORDS[modality];
}

/** A constant of the API as words: `FOR_DECISION_BY` is "for decision by". */
export function words(constant: string): string {
  return constant.toLowerCase().replaceAll("_", " ");
}

/** A name of a field or type as words, the first letter large: `adoptionType` is "Adoption type". */
export function title(name: string): string {
  const spaced = /^[A-Z_]+$/.test(name) ? words(name) : name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A number with its thousands apart. */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** "1 edge", "4,975 edges". */
export function counted(number: number, one: string, several = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : several}`;
}

/** The edges of an expansion in words, given the name of its node: "China: cast", "about → North Korea". */
export function edgesOf({ type, way }: Pick<Expansion, "type" | "way">, node: string | null): string {
  const relationship = type === null ? "all edges" : words(type);
  if (node === null) return relationship;
  return way === "IN" ? `${relationship} → ${node}` : `${node}: ${relationship}`;
}

/** A relationship as seen from a node: "cast →", "← about"; no arrow for both ways. */
export function arrowed({ type, way }: Pick<Expansion, "type" | "way">): string {
  const relationship = type === null ? "edges" : words(type);
  return { OUT: `${relationship} →`, IN: `← ${relationship}`, BOTH: relationship }[way];
}

/** When an edge holds, in words; empty where no source dates it. */
export function when({ date, from, until }: Pick<LinkAnswer, "date" | "from" | "until">): string {
  if (date !== null) return date;
  if (from !== null && until !== null) return `${from} to ${until}`;
  if (from !== null) return `from ${from}`;
  return until === null ? "" : `until ${until}`;
}

/** What is special to an edge: form, position, role, kind and aim, in words. */
export function qualities(link: Pick<LinkAnswer, "form" | "position" | "role" | "kind" | "aim">): readonly string[] {
  return [link.form, link.position, link.role, link.kind, link.aim].flatMap((value) =>
    value === null ? [] : [/^[A-Z_]+$/.test(value) ? words(value) : value],
  );
}
