import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../scripts/verify/dprk-record.py", import.meta.url));

/** The official files are not part of this repository; they lie beside it where they are at hand. */
const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));

interface Run {
  /** Why it did not end well, or null. */
  readonly failure: Error | null;
  readonly stdout: string;
  readonly stderr: string;
}

function verify(): Promise<Run> {
  return new Promise((resolve) => {
    execFile("python3", ["-B", SCRIPT, DATA], { maxBuffer: 16e6 }, (failure, stdout, stderr) => {
      resolve({ failure, stdout, stderr });
    });
  });
}

const required = process.env["REQUIRE_SHARED"] === "1";

test("the official files give the tallies, dates, vetoes, quotes and codes that the dossiers state", async ({
  skip,
}) => {
  const present = await access(DATA).then(
    () => true,
    () => false,
  );
  if (!present && !required) skip("the official files are not at ../shared/data");

  const { failure, stdout, stderr } = await verify();
  if (failure !== null && "code" in failure && failure.code === "ENOENT" && !required) skip("python3 is not installed");
  const lines = stdout.split("\n");

  expect(lines.filter((line) => line.startsWith("differ"))).toEqual([]);
  expect({ failure, stderr }).toEqual({ failure: null, stderr: "" });
  expect(lines.filter((line) => line.startsWith("agree")).length).toBeGreaterThan(150);
}, 240_000);
