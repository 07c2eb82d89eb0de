import { type Server, type Socket, connect, createServer } from "node:net";

/** When something happens: before so many bytes are handed on, or once the database was told so many commits. */
export interface Moment {
  readonly of: "bytes" | "commits";
  readonly count: number;
}

/** Stands between a client and Neo4j. */
export interface Proxy {
  /** The address for the client. */
  readonly uri: string;
  /** Bytes and commits that clients have sent since `arm`. */
  readonly sent: () => { readonly bytes: number; readonly commits: number };
  /**
   * Counts anew, and acts once, at a moment. Without an act of its own it breaks all connections: what was committed then is, and the
   * client never hears of it.
   */
  readonly arm: (moment: Moment | null, act?: () => void) => void;
  /** Whether new connections are taken; those there are go on. */
  readonly take: (open: boolean) => void;
  readonly close: () => Promise<void>;
}

/** The message COMMIT of Bolt: a structure without fields, at the end of its chunk. */
const COMMIT = Buffer.from([0xb0, 0x12, 0x00, 0x00]);

/** Starts a proxy for the server at an address such as `bolt://127.0.0.1:7687`. */
export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let counts = { bytes: 0, commits: 0 };
  let moment: Moment | null = null;
  let act: (() => void) | null = null;
  let open = true;

  const breakAll = (): void => {
    moment = null;
    for (const socket of sockets) socket.destroy();
  };
  /** Whether the chunk is to be handed on. */
  const meets = (): "go on" | "stop" | "answer nothing" => {
    if (moment === null || counts[moment.of] < moment.count) return "go on";
    if (act !== null) {
      moment = null;
      act();
      return "go on";
    }
    return moment.of === "bytes" ? "stop" : "answer nothing";
  };
  const server = createServer((client) => {
    if (!open) {
      client.destroy();
      return;
    }
    const database = connect(Number(port), hostname);
    let silent = false;
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on("data", (chunk: Buffer) => {
      counts = { bytes: counts.bytes + chunk.length, commits: counts.commits + occurrences(chunk) };
      const met = meets();
      if (met === "stop") breakAll();
      else database.write(chunk);
      silent ||= met === "answer nothing";
    });
    database.on("data", (chunk: Buffer) => {
      if (silent) breakAll();
      else client.write(chunk);
    });
  });
  const own = await listening(server);
  return {
    uri: `bolt://127.0.0.1:${own}`,
    sent: () => counts,
    arm: (next, what) => {
      counts = { bytes: 0, commits: 0 };
      moment = next;
      act = what ?? null;
    },
    take: (next) => (open = next),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function occurrences(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(COMMIT); at !== -1; at = chunk.indexOf(COMMIT, at + 1)) count++;
  return count;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
