import { useEffect, useId, useState, type KeyboardEvent, type ReactElement } from "react";

import { isAbort } from "../api/errors.js";
import { searchQuery } from "../api/search-query.js";
import type { NodeAnswer, SearchAnswer } from "../api/types.js";
import { counted, title } from "../words.js";
import { useExplorer, useServices } from "./context.js";

interface SearchBoxProps {
  /** What the field is for; it stands in it while it is empty. */
  readonly label: string;
  readonly onChoose: (node: NodeAnswer) => void;
}

/** How long the typing has to rest before the API is asked, in milliseconds. */
const REST = 180;

/** A field with suggestions, which can be chosen with the arrow keys as well. */
export function SearchBox({ label, onChoose }: SearchBoxProps): ReactElement {
  const id = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { found, problem } = useSuggestions(text);
  const suggestions = found?.edges ?? [];
  const shown = open && text.trim() !== "";

  const choose = (node: NodeAnswer | undefined): void => {
    if (node === undefined) return;
    setText("");
    setOpen(false);
    onChoose(node);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && suggestions.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + suggestions.length) % suggestions.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(suggestions[active]?.node);
    } else if (event.key === "Escape") setOpen(false);
  };

  return (
    <div
      className="search"
      role="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <input
        type="search"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && suggestions.length > 0 ? `${id}-${String(active)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="suggestions" hidden={!shown}>
        <ul id={`${id}-list`} role="listbox" aria-label="Suggestions">
          {suggestions.map(({ node }, index) => (
            <li
              key={node.id}
              id={`${id}-${String(index)}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => {
                event.preventDefault();
              }}
              onClick={() => {
                choose(node);
              }}
            >
              <span className="name">{node.name}</span>
              <span className="kind">{title(node.__typename)}</span>
            </li>
          ))}
        </ul>
        <p role="status">{problem ?? summary(found)}</p>
      </div>
    </div>
  );
}

function summary(found: SearchAnswer["view"]["search"] | null): string {
  if (found === null) return "Searching…";
  if (found.totalCount === 0) return "Nothing has all of these words in its names, texts or quotes.";
  const { length } = found.edges;
  return found.totalCount === length
    ? counted(length, "match", "matches")
    : `The best ${String(length)} of ${counted(found.totalCount, "match", "matches")}: another word narrows them.`;
}

function useSuggestions(text: string): {
  readonly found: SearchAnswer["view"]["search"] | null;
  readonly problem: string | null;
} {
  const { client } = useServices();
  const { view } = useExplorer();
  const [answer, setAnswer] = useState<{ readonly to: string; readonly found: SearchAnswer["view"]["search"] } | null>(
    null,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const { valid, known, modalities } = view;
  const words = text.trim();
  useEffect(() => {
    if (words === "") return undefined;
    const wanted = new AbortController();
    const timer = setTimeout(() => {
      client.ask(searchQuery({ valid, known, modalities }, words), wanted.signal).then(
        ({ view: { search } }) => {
          setAnswer({ to: words, found: search });
          setProblem(null);
        },
        (error: unknown) => {
          if (!isAbort(error)) setProblem(error instanceof Error ? error.message : String(error));
        },
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      wanted.abort();
    };
  }, [client, words, valid, known, modalities]);
  return { found: answer?.to === words ? answer.found : null, problem };
}
