import { describe, expect, it } from "vitest";

import { cite, evidenceUrl } from "../../src/graph/citation.js";

const source = {
  id: "gazette",
  properties: { name: "The Gazette", date: "2014-02", url: "https://example.org/gazette" },
};

describe("a citation", () => {
  it("names source, date, place and words", () => {
    expect(cite({ source: "gazette", paragraph: 3, quote: "voted against" }, source)).toBe(
      "The Gazette (2014-02), para. 3: “voted against”",
    );
  });

  it("does without what is not known", () => {
    expect(cite({ source: "list", row: 7, symbol: "S/2014/348" }, { id: "list", properties: {} })).toBe(
      "list, S/2014/348, row 7",
    );
  });

  it("leads to the UN's page of a symbol, else to the source", () => {
    expect(evidenceUrl({ source: "gazette", symbol: "A/RES/69/188" }, source)).toBe("https://undocs.org/A/RES/69/188");
    expect(evidenceUrl({ source: "gazette" }, source)).toBe("https://example.org/gazette");
    expect(evidenceUrl({ source: "list" }, { id: "list", properties: {} })).toBeNull();
  });
});
