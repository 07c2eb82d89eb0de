import type { ReactElement } from "react";

import type { Shown } from "../graph/shown.js";
import { toggled } from "../view/change.js";
import { MODALITIES } from "../view/view.js";
import { count, modalityWord, words } from "../words.js";
import { Clock } from "./clock.js";
import { useExplorer, useServices } from "./context.js";

/** What is left out: by time on both clocks, modality, body and relationship. */
export function Filters({ relationships }: { readonly relationships: Shown["relationships"] }): ReactElement {
  const { view, orientation } = useExplorer();
  const { go } = useServices();
  const date = (answer: { readonly nodes: readonly { readonly date: string | null }[] } | undefined): string | null =>
    answer?.nodes[0]?.date ?? null;
  return (
    <section className="filters" aria-label="Filters">
      <fieldset>
        <legend>Time</legend>
        <Clock
          name="What held in"
          hint="Edges without a date are left out."
          first={date(orientation?.firstDate)}
          last={date(orientation?.lastDate)}
          value={view.valid}
          onChange={(valid) => {
            go({ ...view, valid });
          }}
        />
        <Clock
          name="What was known by"
          hint="Only what sources had published by then."
          first={date(orientation?.firstSource)}
          last={date(orientation?.lastSource)}
          value={view.known}
          onChange={(known) => {
            go({ ...view, known });
          }}
        />
      </fieldset>
      <fieldset>
        <legend>Whether it happened</legend>
        {MODALITIES.map((modality) => (
          <label key={modality}>
            <input
              type="checkbox"
              checked={view.modalities.includes(modality)}
              disabled={view.modalities.length === 1 && view.modalities.includes(modality)}
              onChange={() => {
                const chosen = toggled(view.modalities, modality);
                go({ ...view, modalities: MODALITIES.filter((other) => chosen.includes(other)) });
              }}
            />
            {modalityWord(modality)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Body</legend>
        <select
          aria-label="Body"
          value={view.body ?? ""}
          onChange={({ target: { value } }) => {
            go({ ...view, body: value === "" ? null : value });
          }}
        >
          <option value="">Any body</option>
          {(orientation?.bodies.nodes ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <p className="hint">Only what is its business: what it decides, adopted or is a part of.</p>
      </fieldset>
      <fieldset>
        <legend>Relationships here</legend>
        {relationships.map(({ type, count: number }) => (
          <label key={type}>
            <input
              type="checkbox"
              checked={!view.hidden.includes(type)}
              onChange={() => {
                go({ ...view, hidden: toggled(view.hidden, type) });
              }}
            />
            {words(type)} <span className="number">{count(number)}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
