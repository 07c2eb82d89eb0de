import cliProgress from "cli-progress";

import type { Out } from "./io.js";

export interface ProgressBar {
  /** Shows that `done` of `total` is done. */
  readonly update: (progress: { readonly done: number; readonly total: number }) => void;
  /** Takes the bar away. May be called again. */
  readonly stop: () => void;
}

/** A bar on a terminal; nothing where the output goes to a file or a pipe. */
export function progressBar(what: string, out: Out): ProgressBar {
  if (out !== process.stderr || !process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: `${what} {bar} {percentage} % | {value} of {total} | {eta_formatted}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(0, 0);
  return {
    update: ({ done, total }) => {
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => {
      bar.stop();
    },
  };
}
