/** What a command writes to. */
export interface Out {
  /** False where the reader is behind: whoever has much to write waits for `drain`. */
  write(text: string): unknown;
  once?(event: "drain", listener: () => void): unknown;
  readonly isTTY?: boolean;
}

/** Tells somebody who waits what takes so long, or what is not as it may be expected. */
export type Say = (message: string) => void;

/** Everything outside the process that commands touch, so that a test can stand in for a terminal. */
export interface Io {
  readonly stdout: Out;
  readonly stderr: Out;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Resolves once the process is asked to stop. */
  readonly stopped: () => Promise<void>;
}

/** The real process. A second signal ends it at once, as if nobody listened. */
export function processIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    stopped: () =>
      new Promise((resolve) => {
        process.once("SIGINT", () => {
          resolve();
        });
        process.once("SIGTERM", () => {
          resolve();
        });
      }),
  };
}
