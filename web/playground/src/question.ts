/** A worked question: a query whose answer a golden test fixes. */
export interface Question {
  /** The question in words: the first paragraph of the comment that the query begins with, on one line. */
  readonly words: string;
  /** The operation's name, which is the title of the question's tab. */
  readonly title: string;
  /** The whole text of the query, comment included. */
  readonly text: string;
}

const operation = /^(?:query|mutation|subscription)\s+(\w+)/m;

/** Reads a question from the text of a query. Throws if the text does not begin with a comment or names no operation. */
export function readQuestion(text: string): Question {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !/^#+\s*\S/.test(line));
  const words = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.replace(/^#+/, "").trim())
    .join(" ");
  const title = operation.exec(text)?.[1];
  if (words === "") {
    throw new Error(`A worked question begins with a comment that states it in words; this one does not: ${text}`);
  }
  if (title === undefined) {
    throw new Error(`A worked question names its operation, as in "query WhoBlockedWhat"; this one does not: ${text}`);
  }
  return { words, title, text };
}
