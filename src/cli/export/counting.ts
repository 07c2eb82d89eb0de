import type { Content } from "../../export/content.js";

/** Content that counts what is read of it. */
export interface Counting {
  readonly content: Content;
  /** Of the longest walk each: formats may go through a graph twice. */
  readonly nodes: () => number;
  readonly edges: () => number;
}

/** @param read is told, after each page, how many records its walks have come by */
export function counting(content: Content, read: (records: number) => void): Counting {
  let nodes = 0;
  const edges = new Map<string, number>();
  const all = (): number => edges.get("") ?? [...edges.values()].reduce((sum, count) => sum + count, 0);
  return {
    content: {
      ...content,
      nodes: () =>
        counted(content.nodes(), (count) => {
          nodes = count;
          read(count);
        }),
      edges: (relationship) =>
        counted(content.edges(relationship), (count) => {
          edges.set(relationship ?? "", count);
          read(nodes + all());
        }),
    },
    nodes: () => nodes,
    edges: all,
  };
}

async function* counted<T>(
  pages: AsyncIterable<readonly T[]>,
  tell: (count: number) => void,
): AsyncGenerator<readonly T[]> {
  let count = 0;
  for await (const page of pages) {
    count += page.length;
    tell(count);
    yield page;
  }
}
