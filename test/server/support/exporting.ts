import { createApi } from "../../../src/api/api.js";
import type { ServerConfig } from "../../../src/config/config.js";
import { readConfig } from "../../../src/config/read.js";
import type { Engine, Session } from "../../../src/engine/engine.js";
import { memoryEngine } from "../../../src/engine/memory/engine.js";
import { buildGraph } from "../../../src/graph/graph.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../../src/graph/record.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type RunningServer, listen } from "../../../src/server/listen.js";
import { createServer } from "../../../src/server/server.js";

export const ontology = await loadOntology(ontologyPath);

/** A server over an embedded engine, and how its sessions are used. */
export interface ExportingServer extends RunningServer {
  readonly engine: Engine;
  /** Log lines, parsed. */
  readonly log: readonly Record<string, unknown>[];
  /** Sessions that are open, and records that were read in all. */
  readonly state: { sessions: number; records: number };
}

/** @param failAt how many edges can be read before reading them fails */
export async function startExporting(
  records: GraphRecords,
  config: Partial<ServerConfig> = {},
  failAt = Infinity,
): Promise<ExportingServer> {
  const engine = memoryEngine(buildGraph(records, ontology), ontology);
  const state = { sessions: 0, records: 0 };
  const log: Record<string, unknown>[] = [];
  const settings = { ...readConfig({ PORT: "0" }, { cwd: "/" }).server, ...config };
  const app = await createServer({
    schema: createApi(ontology).schema,
    ontology,
    engine: { ...engine, session: async (limits) => watched(await engine.session(limits), state, failAt) },
    config: settings,
    web: "/nowhere",
    logTo: { write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) },
  });
  return { ...(await listen(app, settings)), engine, log, state };
}

function watched(session: Session, state: ExportingServer["state"], failAt: number): Session {
  state.sessions++;
  async function* counted<T>(pages: AsyncIterable<readonly T[]>, most: number): AsyncGenerator<readonly T[]> {
    let read = 0;
    for await (const page of pages) {
      read += page.length;
      state.records += page.length;
      if (read > most) throw new Error("the disk at /secret/path is gone");
      yield page;
    }
  }
  return {
    ...session,
    nodeRecords: (extract) => counted(session.nodeRecords(extract), Infinity),
    edgeRecords: (extract) => counted(session.edgeRecords(extract), failAt),
    close: () => {
      state.sessions--;
      return session.close();
    },
  };
}

/** States that each cast votes: as many edges as asked for, of a size that takes a while to send. */
export function manyRecords(edges: number): GraphRecords {
  const own = { identified: true, sameAs: [] };
  const node = (id: string, type: string): NodeRecord => ({
    ...{ id, type, properties: { ...own, name: id, ...(type === "Source" ? { covers: [] } : {}) } },
    ...{ aliases: [], basis: [], claims: [], evidence: type === "Source" ? [] : [{ source: "list" }] },
  });
  const votes = Array.from({ length: Math.ceil(edges / 100) }, (_, index) => `vote-${String(index).padStart(6, "0")}`);
  const states = Array.from({ length: 100 }, (_, index) => `state-${String(index).padStart(3, "0")}`);
  const cast = (subject: string, object: string, row: number): EdgeRecord => ({
    ...{ id: `${subject}/CAST/${object}`, type: "CAST", subject, object, properties: { position: "YES" } },
    ...{ modality: "ACTUAL", rank: "NORMAL", basis: [] },
    evidence: [{ source: "list", row, section: "a section with a name that takes some room ".repeat(4) }],
  });
  return {
    nodes: [node("list", "Source"), ...states.map((id) => node(id, "State")), ...votes.map((id) => node(id, "Vote"))],
    edges: states.flatMap((state) => votes.map((vote, index) => cast(state, vote, index + 1))),
  };
}
