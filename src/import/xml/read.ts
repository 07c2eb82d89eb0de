import sax from "sax";

import { ImportError } from "../error.js";

/** What is told of an XML document while it is read. Names and attributes are as written, with their prefixes. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** How much an XML document may hold. What an official text has is far below all of these. */
export interface XmlLimits {
  readonly depth: number;
  readonly attributes: number;
  readonly elements: number;
  /** Of the whole document. */
  readonly characters: number;
}

export const XML_LIMITS: XmlLimits = { depth: 64, attributes: 64, elements: 200_000, characters: 32_000_000 };

/**
 * Reads an XML document piece by piece. Document types are refused, and with them all entities but the five of XML itself: nothing is
 * expanded, and nothing is fetched.
 *
 * @throws ImportError where it is not well-formed, has a document type, or is beyond the limits
 */
export async function readXml(
  pieces: AsyncIterable<string>,
  file: string,
  handler: XmlHandler,
  limits: XmlLimits = XML_LIMITS,
): Promise<void> {
  const parser = sax.parser(true, { position: true });
  const fail = (message: string): never => {
    throw new ImportError(file, parser.line + 1, message);
  };
  const check = (value: number, name: keyof XmlLimits, what: string): void => {
    if (value > limits[name])
      fail(`more ${what} than the ${String(limits[name])} that are read: this is no text of the UN`);
  };
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let characters = 0;
  parser.onerror = ({ message }) => fail(`this is not well-formed XML: ${whatIsWrong(message)}`);
  parser.ondoctype = () => fail("it has a DOCTYPE: documents with entities of their own are not read");
  parser.onopentagstart = () => {
    attributes = 0;
    if (depth === 0 && elements > 0) fail("this is not well-formed XML: a second root element");
    check(++depth, "depth", "nested elements");
    check(++elements, "elements", "elements");
  };
  parser.onattribute = () => {
    check(++attributes, "attributes", "attributes of one element");
  };
  parser.onopentag = (tag) => {
    handler.open(tag.name, tag.attributes as Readonly<Record<string, string>>);
  };
  parser.ontext = handler.text;
  parser.oncdata = handler.text;
  parser.onclosetag = (name) => {
    depth--;
    handler.close(name);
  };
  for await (const piece of pieces) {
    characters += piece.length;
    check(characters, "characters", "characters");
    parser.write(piece);
  }
  parser.close();
  if (elements === 0) fail("it holds no XML element");
}

/** The parser's message in one line, and the likely cause where it has none. */
function whatIsWrong(message: string): string {
  const [first = message] = message.split("\n");
  if (first === "Unclosed root tag") return "it ends before its last element does; is the file cut short?";
  return first === "Invalid character entity" ? "an entity that is none of XML's own five" : first;
}
