import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { splitLines } from "../../src/import/input/lines.js";
import { readInput } from "./support/read.js";

const rows = (content: string | Uint8Array, columns: readonly string[] = ["a", "b"]): Promise<unknown> =>
  readInput(content, (file) => file.rows(columns)).then((batches) =>
    typeof batches === "string" ? batches : batches.flat().map(({ line, row, values }) => [line, row, ...values]),
  );
const lines = (content: string | Uint8Array): Promise<unknown> =>
  readInput(content, (file) => file.lines()).then((batches) =>
    typeof batches === "string" ? batches : batches.flat().map(({ number, text }) => [number, text]),
  );

const PLAIN = 'a,b\n1,"x, ""y"""\n\n2,"two\nlines"\n3,é\n';
const READ = [
  [2, 1, "1", 'x, "y"'],
  [4, 2, "2", "two\nlines"],
  [6, 3, "3", "é"],
];
const FORMS = {
  "as it is": PLAIN,
  "with a byte order mark": `\uFEFF${PLAIN}`,
  "with CRLF": PLAIN.replaceAll("\n", "\r\n"),
  "without an end of the last line": PLAIN.slice(0, -1),
};

describe("a CSV", () => {
  for (const [form, text] of Object.entries(FORMS)) {
    test(`is read ${form}, and packed as a gzip`, async () => {
      expect(await rows(text)).toEqual(READ);
      expect(await rows(gzipSync(text))).toEqual(READ);
    });
  }

  test("gives the columns asked for, wherever they stand", async () => {
    expect(await rows("b,c,a\n1,2,3\n")).toEqual([[2, 1, "3", "1"]]);
  });

  test("names the columns that are missing, and those meant", async () => {
    expect(await rows("rcid,cuntry,vot\n", ["rcid", "country", "vote"])).toBe(
      '1: there is no column "country"; did you mean "cuntry"?; there is no column "vote"; did you mean "vot"?',
    );
    expect(await rows("first,second\n")).toBe(
      '1: there is no column "a"; expected first or second; there is no column "b"; expected first or second',
    );
    expect(await rows("a,b,a\n")).toBe('1: the column "a" is given twice');
    expect(await rows("")).toBe("null: the file is empty; expected the columns a, b");
  });

  test("whose lines end on CR alone is refused, and says what to do", async () => {
    const message = "1: lines end on CR alone; save the file with lines that end on LF or CRLF";
    expect(await rows("a,b\r1,2\r")).toBe(message);
    expect(await rows('a,b\r1,"2"\r')).toBe(message);
    expect(await rows('a,b\n1,"2\r3"\n')).toEqual([[2, 1, "1", "2\r3"]]);
  });

  test("that is cut short is told from one that is whole", async () => {
    expect(await rows("a,b\n1,2\n3")).toBe(
      "3: this row has 1 of the 2 values that the header announces; is the file cut short?",
    );
    expect(await rows('a,b\n1,"2\n3,4\n')).toBe(
      "2: a quotation mark is opened here and not closed; is the file cut short?",
    );
  });

  test("has quotation marks only around values", async () => {
    expect(await rows('a,b\n1,x"y"\n')).toBe('2: a quotation mark stands inside the value x"y"');
    expect(await rows('a,b\n1,"x"y\n')).toBe("2: a quotation mark is closed before the end of the value x");
  });

  test("gives back whatever was written", async () => {
    const value = fc.string({ unit: fc.constantFrom('"', ",", "\n", "a", "é", " "), maxLength: 6 });
    const row = fc.tuple(value, value).filter(([a, b]) => a !== "" || b !== "");
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (written) => {
        const text = ["a,b", ...written.map((values) => values.map(quote).join(","))].join("\n");
        const read = await readInput(text, (file) => file.rows(["a", "b"]));
        expect(typeof read === "string" ? read : read.flat().map(({ values }) => values)).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });

  test("does not gather a quotation without end", async () => {
    expect(await rows(`a,b\n1,"${"x\n".repeat(5_000)}`)).toMatch(/^2: a quotation mark is opened here and not closed/);
  });
});

describe("a text", () => {
  test("has lines with their numbers, blank ones left out", async () => {
    expect(await lines("one\n\n  \r\ntwo\r\nthree")).toEqual([
      [1, "one"],
      [4, "two"],
      [5, "three"],
    ]);
  });

  test("of another encoding is refused, with the line", async () => {
    const latin1 = Buffer.from("one\ntwo\nC\u00f4te\n", "latin1");
    expect(await lines(latin1)).toBe("3: these bytes are not UTF-8; save the file with that encoding");
    const far = Buffer.concat([Buffer.from("é\n".repeat(300_000)), latin1]);
    expect(await lines(far)).toBe("300003: these bytes are not UTF-8; save the file with that encoding");
    expect(await lines(Buffer.from([0x41, 0x0a, 0xc3]))).toBe(
      "2: these bytes are not UTF-8; save the file with that encoding",
    );
    expect(await lines(Buffer.from("\uFEFFone", "utf16le"))).toBe("null: this is UTF-16; save the file as UTF-8");
  });

  test("keeps letters that lie across two pieces of the file", async () => {
    const text = `${"a".repeat(256 * 1024 - 1)}é`;
    expect(await lines(text)).toEqual([[1, text]]);
  });

  test("with a line of two billion letters ends in an error after sixteen million", async () => {
    const piece = "x".repeat(1024 * 1024);
    let given = 0;
    const endless = async function* (): AsyncGenerator<string> {
      yield "first\n";
      for (; given < 2048; given++) yield await Promise.resolve(piece);
    };
    const read = async (): Promise<void> => {
      for await (const batch of splitLines(endless(), "endless.csv"))
        expect(batch).toEqual([{ number: 1, text: "first" }]);
    };
    await expect(read()).rejects.toMatchObject({
      file: "endless.csv",
      line: 2,
      message: expect.stringMatching(/16 million/) as string,
    });
    expect(given).toBeLessThan(20);
  });
});

describe("a packed file", () => {
  const packed = gzipSync("a,b\n1,2\n".repeat(1000));

  test("that is cut short or damaged is told so", async () => {
    expect(await lines(packed.subarray(0, packed.length - 9))).toBe("null: this gzip ends too early: it is cut short");
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 20, 30);
    expect(await lines(damaged)).toMatch(/^null: this gzip is damaged: /);
  });

  test("that unpacks to far more than any text does is not unpacked to its end", async () => {
    const bomb = gzipSync(Buffer.alloc(128 * 1024 * 1024, `${"a".repeat(4000)}\n`), { level: 9 });
    expect(await lines(bomb)).toBe(
      "null: this gzip unpacks to more than 200 times its size, as no text does; it is not read further",
    );
  });

  test("of another kind is named", async () => {
    expect(await lines(Buffer.from("PK\u0003\u0004…"))).toBe("null: this is a ZIP archive; unpack it first");
  });
});
