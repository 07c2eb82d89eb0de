import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { canonicalJson, snapshotId } from "../../src/graph/canonical.js";

describe("canonical JSON", () => {
  it("reads back as the same value, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: 1, a: [{ d: 1, c: undefined }] })).toBe('{"a":[{"d":1}],"b":1}');
  });
});

describe("a snapshot id", () => {
  it("changes with any record", () => {
    const node = {
      id: "a",
      type: "Topic",
      properties: { name: "A" },
      aliases: [],
      basis: [],
      evidence: [],
      claims: [],
    };
    const renamed = { ...node, properties: { name: "B" } };
    expect(snapshotId({ nodes: [node], edges: [] })).toMatch(/^[0-9a-f]{64}$/);
    expect(snapshotId({ nodes: [node], edges: [] })).not.toBe(snapshotId({ nodes: [renamed], edges: [] }));
  });
});
