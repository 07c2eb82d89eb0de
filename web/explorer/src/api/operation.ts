/** A question to the API, and the type of its answer. */
export interface Operation<Data> {
  /** The name of the operation, which the API's log has. */
  readonly name: string;
  /** A whole GraphQL document, laid out for people. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Only for the compiler: what `data` is. */
  readonly answer?: Data;
}
