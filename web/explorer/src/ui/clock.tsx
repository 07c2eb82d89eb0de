import { useEffect, useState, type ReactElement } from "react";

interface ClockProps {
  readonly name: string;
  readonly hint: string;
  /** The first and the last date there is, as precise as sources are; null where there is none. */
  readonly first: string | null;
  readonly last: string | null;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** A slider over years, and a field for a month or a day. All the way to the right stands for any time. */
export function Clock({ name, hint, first, last, value, onChange }: ClockProps): ReactElement | null {
  const [draft, setDraft] = useState(value);
  useEffect(() => {
    setDraft(value);
  }, [value]);
  if (first === null || last === null) return null;
  const from = Number(first.slice(0, 4));
  const any = Number(last.slice(0, 4)) + 1;
  const at = draft === null || !DATE.test(draft) ? any : Number(draft.slice(0, 4));
  const commit = (): void => {
    const wanted = draft === null || draft === "" ? null : draft;
    if (wanted !== value && (wanted === null || DATE.test(wanted))) onChange(wanted);
  };
  return (
    <div className="clock">
      <label>
        {name}
        <input
          type="range"
          min={from}
          max={any}
          step={1}
          value={at}
          aria-valuetext={draft ?? "any time"}
          onChange={({ target }) => {
            const year = Number(target.value);
            setDraft(year >= any ? null : String(year));
          }}
          onPointerUp={commit}
          onKeyUp={commit}
          onBlur={commit}
        />
      </label>
      <input
        type="text"
        inputMode="numeric"
        aria-label={`${name}: year, month or day`}
        aria-invalid={draft !== null && !DATE.test(draft)}
        placeholder="any time"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        value={draft ?? ""}
        onChange={({ target }) => {
          setDraft(target.value === "" ? null : target.value);
        }}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === "Enter") commit();
        }}
      />
      <p className="hint">{hint}</p>
    </div>
  );
}
