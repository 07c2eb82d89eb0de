import { expect, test } from "vitest";

import { compileValid, base, problemsOf } from "../dossier/support.js";
import { edge, violations } from "./support.js";

const veto = { properties: { form: "VETO" } };
const proof = "evidence: [{ source: article, row: 1 }]";

test("a veto is complete without a form, which the build adds", async () => {
  const content = `- { extends: china, relations: [{ VETOED: draft, date: 2017, ${proof} }] }`;
  const { records } = await compileValid({ "a.yaml": base, "b.yaml": content });
  expect(records.edges.map(({ id, modality, properties }) => ({ id, modality, properties }))).toEqual([
    { id: "china/VETOED/draft", modality: "ACTUAL", properties: { form: "VETO" } },
  ]);
});

test("a veto that is not certain is no veto", () => {
  expect(violations([edge("china", "VETOED", "draft", { ...veto, modality: "THREATENED" })])).toEqual([
    {
      id: "china/VETOED/draft",
      message:
        "VETOED is always ACTUAL; write a veto that is not certain as BLOCKED with form: VETO and modality: THREATENED",
    },
  ]);
});

test("a veto in another form is no veto", () => {
  expect(violations([edge("china", "VETOED", "draft", { properties: { form: "ABSTENTION" } })])).toEqual([
    {
      id: "china/VETOED/draft",
      message: "VETOED always has the form VETO; leave the form out, or write BLOCKED with form: ABSTENTION",
    },
  ]);
});

test("beside a veto there is no other blocking of the same pair, of whatever modality", () => {
  const threat = edge("china", "BLOCKED", "draft", { ...veto, modality: "THREATENED" });
  const others = [edge("russia", "BLOCKED", "draft"), edge("china", "BLOCKED", "another-draft")];
  expect(violations([threat, edge("china", "VETOED", "draft", veto), ...others])).toEqual([
    {
      id: "china/BLOCKED/draft",
      message: "china also has VETOED draft, which says how it was blocked; write one of the two",
    },
  ]);
  expect(violations([threat, ...others])).toEqual([]);
});

test("a violation is reported where the edge is written", async () => {
  const content = `- extends: china
  relations:
    - { VETOED: draft, ${proof} }
    - { BLOCKED: draft, form: OPPOSITION, ${proof} }
`;
  expect(await problemsOf(content)).toEqual([
    "a/b.yaml:4:7: china also has VETOED draft, which says how it was blocked; write one of the two",
  ]);
});
