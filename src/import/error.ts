/** A file that cannot be read as what it should be. `line` counts from 1; null where the whole file is meant. */
export class ImportError extends Error {
  readonly file: string;
  readonly line: number | null;

  constructor(file: string, line: number | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ImportError";
    this.file = file;
    this.line = line;
  }
}
