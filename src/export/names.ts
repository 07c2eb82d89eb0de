import type { Content } from "./content.js";

/** So many names are kept: those of a page, and of what came up of late. */
const KEPT = 20_000;

/** What nodes are called. However large the graph, only so many names are kept in memory. */
export class Names {
  readonly #content: Content;
  /** The latest last. */
  readonly #known = new Map<string, string>();

  constructor(content: Content) {
    this.#content = content;
  }

  /** Looks up what some nodes are called, so that `of` knows until this is called again. */
  async know(ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)];
    const unknown = wanted.filter((id) => !this.#known.has(id));
    for (const id of wanted) this.#keep(id, this.#known.get(id) ?? id);
    for (const { id, properties } of await this.#content.lookUp(unknown)) {
      const { name } = properties;
      if (typeof name === "string") this.#keep(id, name);
    }
    const surplus = this.#known.size - Math.max(KEPT, wanted.length);
    if (surplus <= 0) return;
    for (const id of [...this.#known.keys()].slice(0, surplus)) this.#known.delete(id);
  }

  /** The name of a node, or its id where it has none. */
  of(id: string): string {
    return this.#known.get(id) ?? id;
  }

  #keep(id: string, name: string): void {
    this.#known.delete(id);
    this.#known.set(id, name);
  }
}
