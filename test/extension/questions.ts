/** Questions about the added type and relationship, with the answers that follow from the dossier in `project.ts`. */
export interface Question {
  readonly title: string;
  readonly query: string;
  readonly data: unknown;
}

export const questions: readonly Question[] = [
  {
    title: "a lookup by the added unique key, with the source of each edge",
    query: `{ vessel(imo: "1000001") { name purpose flaggedTo { nodes { id } omitted { modality count } edges { port from evidence { citation } } } } }`,
    data: {
      vessel: {
        name: "Vingilótë",
        purpose: "CARGO",
        flaggedTo: {
          nodes: [{ id: "arda" }],
          omitted: [{ modality: "PLANNED", count: 1 }],
          edges: [
            {
              port: "Avallónë",
              from: "1999",
              evidence: [{ citation: "Harbour List (2001-05), row 3: “of Avallónë”" }],
            },
          ],
        },
      },
    },
  },
  {
    title: "filters on the added properties and over the added relationship",
    query: `{
      heavy: vessels(where: { tons: { gte: 500 } }) { nodes { id } }
      tankers: states(where: { fleet: { edge: { port: { startsWith: "R" } }, some: { purpose: { eq: TANKER } } } }) { nodes { id } }
      two: states(where: { fleet: { count: { gte: 2 } } }) { nodes { id } totalCount }
    }`,
    data: {
      heavy: { nodes: [{ id: "vingilot" }] },
      tankers: { nodes: [{ id: "numenor" }] },
      two: { nodes: [{ id: "arda" }], totalCount: 1 },
    },
  },
  {
    title: "order and groups over the added relationship",
    query: `{ state(id: "arda") { fleet(orderBy: [{ node: TONS, direction: DESC }]) { nodes { id } groupBy(by: { node: PURPOSE }) { groups { key count } } } } }`,
    data: {
      state: {
        fleet: {
          nodes: [{ id: "vingilot" }, { id: "palarran" }],
          groupBy: {
            groups: [
              { key: ["CARGO"], count: 1 },
              { key: ["TANKER"], count: 1 },
            ],
          },
        },
      },
    },
  },
  {
    title: "a path along the added relationship, cited hop by hop",
    query: `{ paths(from: "vingilot", to: "numenor") { truncated paths { nodes { id } hops { forward link { type evidence { citation } } } } } }`,
    data: {
      paths: {
        truncated: false,
        paths: [
          {
            nodes: [{ id: "vingilot" }, { id: "arda" }, { id: "palarran" }, { id: "numenor" }],
            hops: [
              {
                forward: true,
                link: { type: "FLAGGED_TO", evidence: [{ citation: "Harbour List (2001-05), row 3: “of Avallónë”" }] },
              },
              {
                forward: false,
                link: { type: "FLAGGED_TO", evidence: [{ citation: "Harbour List (2001-05), row 5" }] },
              },
              {
                forward: true,
                link: { type: "FLAGGED_TO", evidence: [{ citation: "Harbour List (2001-05), row 4" }] },
              },
            ],
          },
        ],
      },
    },
  },
  {
    title: "search over the added full-text property and the name, accents or not",
    query: `{ byName: search(text: "vingilot") { nodes { id } } byNumber: search(text: "1000002", types: [Vessel]) { nodes { id __typename } } }`,
    data: {
      byName: { nodes: [{ id: "vingilot" }] },
      byNumber: { nodes: [{ id: "palarran", __typename: "Vessel" }] },
    },
  },
];
