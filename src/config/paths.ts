import { fileURLToPath } from "node:url";

/** Absolute path of the package's root folder: the same from `src` and from `dist`, both two levels below it. */
export const packageRoot = fileURLToPath(new URL("../../", import.meta.url));

/** Absolute path of a file or folder that comes with the package. */
export function packaged(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
