import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { compileDossiers } from "../../src/dossier/compile.js";
import type { GraphRecords } from "../../src/graph/record.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Ontology } from "../../src/ontology/model.js";

/** A type and a relationship that Plenary has never heard of, as somebody would add them for a project of their own. */
const ADDED_TYPE = `
"A ship, followed over its whole life."
type Vessel implements Entity @node(plural: "vessels") {
  "The seven-digit number that the International Maritime Organization gives it."
  imo: String @unique @fulltext
  "Its gross tonnage."
  tons: Int
  "What it is built for."
  purpose: VesselPurpose
  "The states whose flag it flew, and when."
  flaggedTo: [State!]! @relationship(type: "FLAGGED_TO", direction: OUT, properties: "Registration")
}

"What a ship is built for."
enum VesselPurpose {
  "Crude oil or its products."
  TANKER
  "Dry goods."
  CARGO
}

"An entry in a register of ships."
type Registration @relationshipProperties {
  "The port of registry."
  port: String
}
`;

const ADDED_FIELD = `
  "The ships that flew its flag."
  fleet: [Vessel!]! @relationship(type: "FLAGGED_TO", direction: IN, properties: "Registration")
`;

const SOURCES = `
- id: harbour-list
  type: Source
  name: Harbour List
  kind: REGISTER
  date: 2001-05
`;

const SHIPS = `
- id: arda
  type: State
  name: Arda
  evidence: [{ source: harbour-list, row: 1 }]
- id: numenor
  type: State
  name: Númenor
  evidence: [{ source: harbour-list, row: 2 }]
- id: vingilot
  type: Vessel
  name: Vingilótë
  imo: 1000001
  tons: 900
  purpose: CARGO
  evidence: [{ source: harbour-list, row: 3 }]
  relations:
    - FLAGGED_TO: arda
      port: Avallónë
      from: 1999
      evidence: [{ source: harbour-list, row: 3, quote: of Avallónë }]
    - FLAGGED_TO: numenor
      port: Rómenna
      modality: PLANNED
      evidence: [{ source: harbour-list, row: 9 }]
- id: palarran
  type: Vessel
  name: Palarran
  imo: 1000002
  tons: 400
  purpose: TANKER
  evidence: [{ source: harbour-list, row: 4 }]
  relations:
    - FLAGGED_TO: numenor
      port: Rómenna
      evidence: [{ source: harbour-list, row: 4 }]
    - FLAGGED_TO: arda
      port: Avallónë
      evidence: [{ source: harbour-list, row: 5 }]
`;

export interface Project {
  readonly ontology: Ontology;
  readonly records: GraphRecords;
}

/** Writes an extended ontology and a dossier to a temporary folder and compiles them; the folder is gone afterwards. */
export async function extendedProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-extension-"));
  try {
    const packaged = await readFile(ontologyPath, "utf8");
    const extended = packaged.replace(/^type State .*\{$/m, (line) => `${line}${ADDED_FIELD}`);
    if (extended === packaged) throw new Error("the ontology no longer declares State as this test expects");
    await writeFile(join(folder, "ontology.graphql"), extended + ADDED_TYPE);
    await mkdir(join(folder, "seeds", "ships"), { recursive: true });
    await writeFile(join(folder, "seeds", "ships", "sources.yaml"), SOURCES);
    await writeFile(join(folder, "seeds", "ships", "ships.yaml"), SHIPS);
    const ontology = await loadOntology(join(folder, "ontology.graphql"));
    const { records, problems } = await compileDossiers(join(folder, "seeds"), ontology);
    if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
    return { ontology, records };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
