import { expect, it } from "vitest";

import { agreementRule } from "../../src/domain/agreement.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";

it("agreement is one for the same position, none for yes and no, one half where one abstains, and no matter of absence", async () => {
  const rule = agreementRule(await loadOntology(ontologyPath));
  expect(rule).toMatchObject({ relationships: ["CAST"], property: "position" });
  const scale = Object.fromEntries((rule?.scale ?? []).map((pair) => [`${pair.of} ${pair.with}`, pair.agreement]));
  expect(scale).toEqual({
    "YES YES": 1,
    "NO NO": 1,
    "ABSTAIN ABSTAIN": 1,
    "YES NO": 0,
    "NO YES": 0,
    "YES ABSTAIN": 0.5,
    "ABSTAIN YES": 0.5,
    "NO ABSTAIN": 0.5,
    "ABSTAIN NO": 0.5,
  });
});
