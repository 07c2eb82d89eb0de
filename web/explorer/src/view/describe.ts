import { modalityWord, words } from "../words.js";
import { MODALITIES, type View } from "./view.js";

/** The filters of a view in words, for a title or a legend; none where it shows all there is. */
export function filtersOf(view: View): readonly string[] {
  const { valid, known, body, hidden, modalities } = view;
  return [
    ...(valid === null ? [] : [`what held at ${valid}`]),
    ...(known === null ? [] : [`what was published by ${known}`]),
    ...(body === null ? [] : [`the business of ${body}`]),
    ...(modalities.length === MODALITIES.length ? [] : [`only ${modalities.map(modalityWord).join(", ")}`]),
    ...(hidden.length === 0 ? [] : [`without ${hidden.map(words).join(", ")}`]),
  ];
}
