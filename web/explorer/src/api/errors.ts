/** Why a question has no answer. */
export type Trouble = "NO_RESPONSE" | "TOO_SLOW" | "BAD_RESPONSE" | "REFUSED";

/** A question that got no answer, in words for the reader. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly trouble: Trouble,
    message: string,
    /** The `extensions.code` of the API's first error, where it answered with errors. */
    readonly code: string | null = null,
  ) {
    super(message);
  }

  /** Whether the same question may be answered if it is asked again. */
  get passing(): boolean {
    return this.trouble !== "REFUSED";
  }
}

/** Whether an error means only that nobody wants the answer any more. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
