import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";

import { builtWeb, ensureBuilt } from "../../support/built.js";

const folder = join(builtWeb, "explorer");

beforeAll(ensureBuilt, 300_000);

test("the explorer's files, all of them, are at most 350 KB when compressed", async () => {
  const names = ["index.html", ...(await readdir(join(folder, "assets"))).map((name) => join("assets", name))];
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(350 * 1024);
});

test("the explorer's page holds no script or style of its own and names no other place", async () => {
  const page = await readFile(join(folder, "index.html"), "utf8");
  expect(page).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son\w+=/);
  expect(page).not.toMatch(/(?:src|href)="(?!\.\/)/);
});
