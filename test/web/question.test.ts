import { expect, test } from "vitest";
import { readQuestion } from "../../web/playground/src/question.js";

test("a question is the first paragraph of the comment that its query begins with, on one line", () => {
  const text =
    "# Who blocked which resolutions,\n# how, and who says so?\n#\n# Note the form.\nquery WhoBlocked {\n  snapshot { id }\n}\n";
  expect(readQuestion(text)).toEqual({
    words: "Who blocked which resolutions, how, and who says so?",
    title: "WhoBlocked",
    text,
  });
});

test("lines may end in a carriage return and comments may lack a space", () => {
  const { words, title } = readQuestion(
    "#Who?\r\n#\r\n#More.\r\nquery Q($id: ID!) {\r\n  node(id: $id) { id }\r\n}\r\n",
  );
  expect({ words, title }).toEqual({ words: "Who?", title: "Q" });
});

test("a comment further down is no part of the question, nor is the word query in it a title", () => {
  const { words, title } = readQuestion("# This query Asks?\nquery Asks {\n  # not this\n  snapshot { id }\n}\n");
  expect({ words, title }).toEqual({ words: "This query Asks?", title: "Asks" });
});

test.each(["query Silent { snapshot { id } }", "#\nquery Silent { snapshot { id } }"])(
  "a query without words is refused: %j",
  (text) => {
    expect(() => readQuestion(text)).toThrow("begins with a comment that states it in words");
  },
);

test("a query without a name is refused", () => {
  expect(() => readQuestion("# Who?\n{ snapshot { id } }")).toThrow("names its operation");
});
