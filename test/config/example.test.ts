import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { environment } from "../../src/config/environment.js";
import { packageRoot } from "../../src/config/paths.js";
import { readConfig } from "../../src/config/read.js";

const lines = readFileSync(join(packageRoot, ".env.example"), "utf8").split("\n");
const settings = lines.flatMap((line, index) => {
  const [, off, name, value] = /^(#?)([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
  return name === undefined ? [] : [{ name, value: value ?? "", off: off === "#", above: lines[index - 1] ?? "" }];
});

describe(".env.example", () => {
  test("lists every variable, and no other", () => {
    expect(settings.map(({ name }) => name).sort()).toEqual(Object.keys(environment.shape).sort());
  });

  test("explains each in one line above it", () => {
    for (const { name, above } of settings) expect(above, name).toMatch(/^# \S.+\.$/);
  });

  test("shows the defaults: taken as it is, it changes nothing", () => {
    const asItIs = Object.fromEntries(settings.filter(({ off }) => !off).map(({ name, value }) => [name, value]));
    expect(readConfig(asItIs, { cwd: packageRoot })).toEqual(readConfig({}, { cwd: packageRoot }));
  });

  test("shows valid examples where there is no default", () => {
    const all = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
    expect(readConfig({ ...all, ENGINE: "neo4j" }, { cwd: packageRoot }).neo4j).not.toBeNull();
  });
});
