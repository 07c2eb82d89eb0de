import type { PlenaryError } from "../../errors.js";
import { silentStore } from "./error.js";

/**
 * Waits for `work`, but no longer than so many milliseconds: a database that hangs does not even break the connection. What was asked of
 * it goes on; whatever comes of that is dropped.
 *
 * @param late the error where it takes longer
 */
export async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  late: () => PlenaryError = silentStore,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(late());
    }, milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for the end of `work`, good or bad, but no longer than so many milliseconds. */
export async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  await within(milliseconds, work).catch(() => undefined);
}

/** Lets a promise go on by itself, whatever comes of it. */
export function unwaited(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
