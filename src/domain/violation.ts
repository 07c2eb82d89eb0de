/** An edge or a node that breaks a rule of the graph as a whole. */
export interface Violation {
  /** Its id. */
  readonly id: string;
  readonly message: string;
}
