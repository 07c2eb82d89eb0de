import { execFile } from "node:child_process";
import { mkdtemp, rm, rmdir, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A disk of its own for a test, in memory. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves so many bytes free. */
  readonly fill: (left: number) => Promise<void>;
  /** Gives back what `fill` took. */
  readonly clear: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Why no disk can be mounted here, or null: it takes Linux, and the right to. */
export async function whyNoDisk(): Promise<string | null> {
  try {
    await (await mountDisk(1)).remove();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.trim().replaceAll("\n", " ") : String(error);
  }
}

/** Mounts a disk of so many megabytes. */
export async function mountDisk(megabytes: number): Promise<SmallDisk> {
  const path = await mkdtemp(join(tmpdir(), "plenary-disk-"));
  const ballast = join(path, "ballast");
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path]);
  } catch (error) {
    await rmdir(path);
    throw error;
  }
  return {
    path,
    fill: async (left) => {
      const { bavail, bsize } = await statfs(path);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    },
    clear: () => rm(ballast),
    remove: async () => {
      await run("umount", [path]);
      await rmdir(path);
    },
  };
}
