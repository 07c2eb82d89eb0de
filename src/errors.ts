/** The stable codes of `extensions.code`, and what each means. Part of the API: never renamed. */
export const ERROR_CODES = {
  BAD_USER_INPUT: "An argument or filter is not valid.",
  NOT_SUPPORTED: "The engine or the graph in use cannot answer this kind of question.",
  TOO_EXPENSIVE: "The question would look at more of the graph than is allowed.",
  TIMEOUT: "The answer took longer than is allowed.",
  SNAPSHOT_CHANGED: "The stored graph was replaced while the question was being answered. Ask again.",
  UNAVAILABLE: "The database cannot be reached.",
  INTERNAL: "Something went wrong inside the server.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error whose message may be shown to whoever asked. Never holds Cypher, a stack trace or a connection string. */
export class PlenaryError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PlenaryError";
    this.code = code;
  }
}
