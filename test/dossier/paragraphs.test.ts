import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { paragraphsOf } from "../../src/dossier/paragraphs.js";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));

describe("paragraphs", () => {
  test.each([
    ["are separated by blank lines", "A title\n\nOne\nstill one\n\n\nTwo\n", ["A title", "One\nstill one", "Two"]],
    ["even where a blank line holds spaces or tabs", "One\n \t\nTwo", ["One", "Two"]],
    ["with any line ends", "One\r\n\r\nTwo\r\rThree", ["One", "Two", "Three"]],
    ["or else are lines", "One\n  Two \nThree", ["One", "Two", "Three"]],
    ["also where blank lines only surround them", "\n\nOne\nTwo\n\n", ["One", "Two"]],
    ["and none where there is nothing", " \n\n \n", []],
  ])("%s", (_, text, expected) => {
    expect(paragraphsOf(text)).toEqual(expected);
  });

  const tool = `${shared}tools/paragraphs`;
  const texts = `${shared}seeds`;
  test.skipIf(!existsSync(tool) || !existsSync(texts))(
    "are those of the articles' own counting tool (skipped where ../shared is absent)",
    () => {
      for (const file of readdirSync(texts).filter((name) => name.endsWith(".txt"))) {
        const printed = execFileSync("python3", [tool, `${texts}/${file}`], { encoding: "utf8" });
        const ours = paragraphsOf(readFileSync(`${texts}/${file}`, "utf8"));
        expect(ours.map((paragraph, index) => `[${index + 1}] ${paragraph}\n\n`).join("")).toBe(printed);
        expect(ours.length).toBeGreaterThan(5);
      }
    },
  );
});
