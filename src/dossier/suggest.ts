import { compareText } from "../graph/text.js";

/**
 * The name among `names` that `written` was most probably meant to be: fewest letters changed, added, removed or swapped with
 * their neighbour, at most a third of them (one at least), case counting for less. Ties go to the first by code point.
 *
 * @returns null where no name is near
 */
export function nearest(written: string, names: Iterable<string>): string | null {
  const folded = written.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of names) {
    const limit = Math.max(1, Math.floor(Math.max(written.length, name.length) / 3));
    if (Math.abs(name.length - written.length) > limit) continue;
    const distance = editDistance(folded, name.toLowerCase()) + (name === written ? 0 : 0.5);
    if (distance > limit + 0.5) continue;
    if (best === null || distance < best.distance || (distance === best.distance && compareText(name, best.name) < 0)) {
      best = { name, distance };
    }
  }
  return best?.name ?? null;
}

/** `; did you mean "X"?`, or nothing where no name is near. */
export function didYouMean(written: string, names: Iterable<string>): string {
  const name = nearest(written, names);
  return name === null ? "" : `; did you mean "${name}"?`;
}

/** As {@link didYouMean}, or else all the names, for lists short enough to read. */
export function didYouMeanOr(written: string, names: readonly string[]): string {
  return didYouMean(written, names) || `; expected ${listOr(names)}`;
}

/** `A`, `A or B`, `A, B or C`. */
export function listOr(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}

/** The optimal string alignment distance, by rows. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(row, j - 1) + 1, at(previous, j) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
