import type { NumberArray } from "./arrays.js";
import type { Sections } from "./sections.js";

/** What a snapshot file says of itself before its sections. */
export interface Header {
  readonly snapshot: string;
  readonly ontology: string;
  readonly dossiers: string;
  readonly datasets?: string;
  readonly sections: readonly SectionHeader[];
}

/** A section: numbers of a kind, `length` of them from the byte `offset` after the header. */
interface SectionHeader {
  readonly name: string;
  readonly kind: keyof typeof KINDS;
  readonly offset: number;
  readonly length: number;
}

/** Thrown where a file whose checksum fits does not hold what it should. */
export class Damage extends Error {}

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
const ALIGNMENT = 8;

/** The header and the chunks (the header first) that follow a preamble, and the length of the file with it. */
export function encodeSections(
  sections: Sections,
  preamble: number,
  about: Omit<Header, "sections">,
): { readonly header: Buffer; readonly chunks: readonly Buffer[]; readonly length: number } {
  const headers: SectionHeader[] = [];
  const chunks: Buffer[] = [];
  let offset = 0;
  // By name, so that equal graphs give equal files.
  for (const [name, section] of [...sections].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const chunk = Buffer.from(section.buffer, section.byteOffset, section.byteLength);
    headers.push({ name, kind: kindOf(section), offset, length: section.length });
    chunks.push(chunk, Buffer.alloc(padding(chunk.length)));
    offset += chunk.length + padding(chunk.length);
  }
  const json = Buffer.from(JSON.stringify({ ...about, sections: headers } satisfies Header), "utf8");
  const header = Buffer.concat([json, Buffer.alloc(padding(preamble + json.length), " ")]);
  return { header, chunks: [header, ...chunks], length: preamble + header.length + offset };
}

/** The header and the sections as views of the file's bytes. Throws `Damage`. */
export function decodeSections(
  bytes: Buffer,
  preamble: number,
  headerLength: number,
): { readonly header: Header; readonly sections: Sections } {
  const start = preamble + headerLength;
  const header = parseHeader(bytes.subarray(preamble, start));
  const sections = new Map<string, NumberArray>();
  for (const { name, kind, offset, length } of header.sections) {
    const at = bytes.byteOffset + start + offset;
    const Kind = KINDS[kind];
    if (at + length * Kind.BYTES_PER_ELEMENT > bytes.byteOffset + bytes.length) throw new Damage(`no room for ${name}`);
    sections.set(name, new Kind(bytes.buffer as ArrayBuffer, at, length));
  }
  return { header, sections };
}

function parseHeader(json: Buffer): Header {
  try {
    return JSON.parse(json.toString("utf8")) as Header;
  } catch {
    throw new Damage("its header is no JSON");
  }
}

function kindOf(section: NumberArray): SectionHeader["kind"] {
  const kind = Object.entries(KINDS).find(([, Kind]) => section instanceof Kind)?.[0];
  return (kind ?? "Uint8Array") as SectionHeader["kind"];
}

function padding(length: number): number {
  return (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT;
}
