/** An edge that breaks a rule of the domain. */
export interface Violation {
  /** The edge's id. */
  readonly id: string;
  readonly message: string;
}
