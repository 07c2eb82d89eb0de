import { bareEdge, bareNode } from "../../../scripts/bench/records.js";
import type { EdgeRecord, GraphRecords } from "../../../src/graph/record.js";
import { readOntology } from "../../../src/ontology/read.js";

/** A vocabulary that shares no type, relationship or property with the packaged one beyond what every ontology has. */
export const library = readOntology(`
  interface Node { id: ID! }
  interface Entity implements Node @node(plural: "entities") {
    "The title or name."
    name: String! @fulltext
    cites: [Entity!]! @relationship(type: "CITES", direction: OUT)
    citedBy: [Entity!]! @relationship(type: "CITES", direction: IN)
  }
  interface Work implements Entity @node(plural: "works") {
    printed: Date
    state: String
    writers: [Writer!]! @relationship(type: "WROTE", direction: IN, properties: "Writing")
  }
  type Writer implements Entity @node(plural: "writers") {
    state: WriterState
    wrote: [Work!]! @relationship(type: "WROTE", direction: OUT, properties: "Writing")
    contributed: [Work!]! @relationship(type: "WROTE", direction: OUT, properties: "Writing", family: true)
    edited: [Work!]! @relationship(type: "EDITED", direction: OUT, properties: "Writing")
    friends: [Writer!]! @relationship(type: "KNOWS", direction: BOTH)
  }
  type Novel implements Work @node(plural: "novels") {
    isbn: String @unique @fulltext
    size: Size
    tags: [String!]!
    shelf: Shelf @relationship(type: "STANDS_ON", direction: OUT)
    parts: [Novel!]! @relationship(type: "CONTINUES", direction: IN)
    continues: [Novel!]! @relationship(type: "CONTINUES", direction: OUT)
  }
  type Essay implements Work @node(plural: "essays") { words: Int }
  type Shelf implements Entity @node(plural: "shelves") {
    parts: [Shelf!]! @relationship(type: "BESIDE", direction: BOTH)
    holds: [Novel!]! @relationship(type: "STANDS_ON", direction: IN)
  }
  type Size @value { pages: Int  centimetres: Float }
  type Writing @relationshipProperties @family(plural: "writings", types: ["WROTE", "EDITED"]) { share: Float  role: Part }
  enum Part { AUTHOR EDITOR }
  enum WriterState { LIVING DEAD }
`);

/** A few books. */
export const books: GraphRecords = {
  nodes: [
    bareNode("amber", "Writer", { name: "Amber", state: "LIVING" }),
    bareNode("brief", "Essay", { name: "Brief", printed: "2001", words: 900 }),
    bareNode("corner", "Shelf", { name: "Corner" }),
    bareNode("dunes", "Novel", {
      name: "Dunes",
      printed: "1999-05",
      isbn: "111",
      size: { pages: 300 },
      tags: ["sand", "sea"],
    }),
    bareNode("embers", "Novel", { name: "Embers", isbn: "222", tags: [] }),
    bareNode("flint", "Writer", { name: "Flint", state: "DEAD" }),
    bareNode("shop-list", "Shelf", { name: "Shop list" }),
  ],
  edges: [
    edge("amber", "EDITED", "embers", { date: "2003", properties: { role: "EDITOR" } }),
    edge("amber", "KNOWS", "flint", {}),
    edge("amber", "WROTE", "brief", { date: "2000", properties: { share: 1 } }),
    edge("amber", "WROTE", "dunes", { date: "1998-02", properties: { share: 0.5, role: "AUTHOR" } }),
    edge("dunes", "STANDS_ON", "corner", {}),
    edge("embers", "CONTINUES", "dunes", {}),
    edge("flint", "WROTE", "dunes", { date: "1998", properties: { share: 0.5 } }),
    edge("flint", "WROTE", "embers", { modality: "PLANNED" }),
  ],
};

function edge(subject: string, type: string, object: string, more: Partial<EdgeRecord>): EdgeRecord {
  return bareEdge(subject, type, object, { evidence: [{ source: "shop-list", row: 1 }], ...more });
}
