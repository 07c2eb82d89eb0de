import { access } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { isCompiled } from "./server-process.js";

/** The folder of the official files that a measurement of the compiled program takes. Ends the program where that cannot be measured. */
export async function recordFolder(given: string | undefined): Promise<string> {
  const data = given ?? process.env["BENCH_DATA"] ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
  await access(data).catch(() => {
    refuse(`There is no ${data}. Name the folder of the official files, or let BENCH_DATA name it.`);
  });
  await requireCompiled();
  return data;
}

/** Ends the program where nothing is compiled. */
export async function requireCompiled(): Promise<void> {
  if (await isCompiled()) return;
  refuse("The compiled program is measured, and nothing is compiled: run `npm run build:code` first.");
}

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}
