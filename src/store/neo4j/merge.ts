import { compareText } from "../../graph/text.js";

interface Source<T> {
  readonly pages: AsyncIterator<readonly T[]>;
  page: readonly T[];
  at: number;
}

/**
 * Merges streams that are each in order of id into one, a page at a time. No more than a page of each is held, whatever their length.
 */
export async function* mergePages<T extends { readonly id: string }>(
  streams: readonly AsyncIterable<readonly T[]>[],
): AsyncGenerator<readonly T[]> {
  const sources: Source<T>[] = [];
  try {
    const opened = streams.map((stream) => ({
      pages: stream[Symbol.asyncIterator](),
      page: [] as readonly T[],
      at: 0,
    }));
    for (const source of opened) if (await turnPage(source)) insert(sources, source);
    for (let first = sources.shift(); first !== undefined; first = sources.shift()) {
      // As long as the second's next id is not passed, the first need not be compared with any other.
      const merged: T[] = [];
      let bound = sources[0];
      let source: Source<T> = first;
      while (source.at < source.page.length) {
        const element = source.page[source.at];
        if (element === undefined) break;
        if (bound !== undefined && compareText(element.id, idOf(bound)) > 0) {
          insert(sources, source);
          source = sources.shift() ?? source;
          bound = sources[0];
          continue;
        }
        merged.push(element);
        source.at++;
      }
      if (merged.length > 0) yield merged;
      if (await turnPage(source)) insert(sources, source);
    }
  } finally {
    for (const source of sources) await source.pages.return?.();
  }
}

async function turnPage<T>(source: Source<T>): Promise<boolean> {
  const next = await source.pages.next();
  if (next.done === true) return false;
  source.page = next.value;
  source.at = 0;
  return true;
}

/** Keeps the sources in order of their next ids. */
function insert<T extends { readonly id: string }>(sources: Source<T>[], source: Source<T>): void {
  const id = idOf(source);
  let low = 0;
  let high = sources.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sources[middle];
    if (other !== undefined && compareText(idOf(other), id) < 0) low = middle + 1;
    else high = middle;
  }
  sources.splice(low, 0, source);
}

function idOf<T extends { readonly id: string }>({ page, at }: Source<T>): string {
  return page[at]?.id ?? "";
}
