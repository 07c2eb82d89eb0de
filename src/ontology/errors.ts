/** Every mistake in an ontology file, each as `line:column: message`. */
export class OntologyError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The ontology is not valid:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "OntologyError";
    this.problems = problems;
  }
}
