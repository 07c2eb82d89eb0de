import { type Server, type Socket, connect, createServer } from "node:net";

/** What happens to the connections of a client: they are broken before so many bytes of it, or when so many commits were carried out. */
export type Fault =
  | { readonly at: "bytes"; readonly count: number }
  /** The commit reaches the database; that it did never reaches the client. */
  | { readonly at: "commit"; readonly count: number };

/** Stands between a client and Neo4j, and breaks connections. */
export interface Proxy {
  /** The address for the client. */
  readonly uri: string;
  /** Bytes and commits that clients have sent since `arm`. */
  readonly sent: () => { readonly bytes: number; readonly commits: number };
  /** Counts anew, and breaks all connections once when the fault is met; `then` is told. */
  readonly arm: (fault: Fault | null, then?: () => void) => void;
  /** Whether new connections are taken. */
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
  let fault: Fault | null = null;
  let broken: () => void = () => undefined;
  let open = true;

  const breakAll = (): void => {
    fault = null;
    for (const socket of sockets) socket.destroy();
    broken();
  };
  const server = createServer((client) => {
    if (!open) {
      client.destroy();
      return;
    }
    const database = connect(Number(port), hostname);
    let lost = false;
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
      if (fault?.at === "bytes" && counts.bytes >= fault.count) {
        breakAll();
        return;
      }
      lost ||= fault?.at === "commit" && counts.commits >= fault.count;
      database.write(chunk);
    });
    database.on("data", (chunk: Buffer) => {
      if (lost) breakAll();
      else client.write(chunk);
    });
  });
  const own = await listening(server);
  return {
    uri: `bolt://127.0.0.1:${own}`,
    sent: () => counts,
    arm: (next, then = () => undefined) => {
      counts = { bytes: 0, commits: 0 };
      fault = next;
      broken = then;
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
