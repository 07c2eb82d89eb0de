import { useEffect, useState, type ReactElement } from "react";

import { pairsOf, pairsQuery, SAMPLE, type Pair } from "../api/pairs-query.js";
import { typeColour } from "../picture/theme.js";
import { count, title, words } from "../words.js";
import { useServices } from "./context.js";
import { useTheme } from "./theme.js";

interface SchemaDiagramProps {
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly relationships: readonly string[];
}

const SIZE = 640;
const RADIUS = 215;

/** The types on a circle, each as large as there are nodes of it, joined where relationships lead from one to the other. */
export function SchemaDiagram({ types, relationships }: SchemaDiagramProps): ReactElement {
  const theme = useTheme();
  const pairs = usePairs(relationships);
  const [chosen, setChosen] = useState<string | null>(null);
  const names = types.map(({ type }) => type).sort();
  const drawn = names.filter((name) => types.some(({ type, count: number }) => type === name && number > 0));
  const most = Math.max(1, ...types.map(({ count: number }) => number));
  const at = (type: string, radius = RADIUS): readonly [number, number] => {
    const angle = (drawn.indexOf(type) / drawn.length) * 2 * Math.PI - Math.PI / 2;
    return [SIZE / 2 + radius * Math.cos(angle), SIZE / 2 + radius * Math.sin(angle)];
  };
  const touching = pairs.filter(({ subject, object }) => subject === chosen || object === chosen);
  return (
    <section aria-label="Diagram" className="diagram">
      <svg
        viewBox={`-40 0 ${String(SIZE + 80)} ${String(SIZE)}`}
        role="img"
        aria-label="Which types are joined by relationships. The lists have all counts."
      >
        {pairs.map((pair) => (
          <path
            key={`${pair.subject} ${pair.object}`}
            d={curve(at(pair.subject), at(pair.object))}
            className={chosen === null || touching.includes(pair) ? "pair" : "pair faint"}
            strokeWidth={Math.min(4, pair.relationships.length)}
          >
            <title>{sentence(pair)}</title>
          </path>
        ))}
        {drawn.map((type) => {
          const number = types.find((row) => row.type === type)?.count ?? 0;
          const [x, y] = at(type);
          const [labelX, labelY] = at(type, RADIUS + 36);
          return (
            <g
              key={type}
              onPointerEnter={() => {
                setChosen(type);
              }}
              onPointerLeave={() => {
                setChosen(null);
              }}
            >
              <circle cx={x} cy={y} r={6 + 16 * Math.sqrt(number / most)} fill={typeColour(theme, names, type)} />
              <text
                x={labelX}
                y={labelY}
                textAnchor={Math.abs(labelX - SIZE / 2) < 40 ? "middle" : labelX < SIZE / 2 ? "end" : "start"}
              >
                {title(type)} {count(number)}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="hint">
        {chosen === null || touching.length === 0
          ? `Two types are joined where one of the first ${String(SAMPLE)} edges of a relationship joins them. Point at a type to read by which.`
          : touching.map(sentence).join("; ")}
      </p>
    </section>
  );
}

function sentence({ subject, object, relationships }: Pair): string {
  return `${title(subject)} ${relationships.map(words).join(", ")} ${title(object)}`;
}

/** A curve that bends towards the middle of the circle, or a loop outwards from a type to itself. */
function curve(from: readonly [number, number], to: readonly [number, number]): string {
  const [x, y] = from;
  const middle = SIZE / 2;
  if (from[0] === to[0] && from[1] === to[1]) {
    const out = (factor: number, side: number): string =>
      `${String(x + (x - middle) * factor - (y - middle) * side)} ${String(y + (y - middle) * factor + (x - middle) * side)}`;
    return `M${String(x)} ${String(y)}C${out(0.3, 0.18)} ${out(0.3, -0.18)} ${String(x)} ${String(y)}`;
  }
  return `M${String(x)} ${String(y)}Q${String(middle + (x + to[0] - 2 * middle) * 0.15)} ${String(middle + (y + to[1] - 2 * middle) * 0.15)} ${String(to[0])} ${String(to[1])}`;
}

function usePairs(relationships: readonly string[]): readonly Pair[] {
  const { client } = useServices();
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const asked = relationships.join();
  useEffect(() => {
    const wanted = new AbortController();
    const names = asked === "" ? [] : asked.split(",");
    client.ask(pairsQuery(names), wanted.signal).then(
      (answer) => {
        setPairs(pairsOf(names, answer));
      },
      // The lists beside it say what there is: without an answer the types merely stay unjoined.
      () => undefined,
    );
    return () => {
      wanted.abort();
    };
  }, [client, asked]);
  return pairs;
}
