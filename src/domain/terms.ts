/** The names of the vocabulary that the rules of this folder speak of. Nothing outside it names them. */

export const VETOED = "VETOED";
export const BLOCKED = "BLOCKED";
/** The form of blocking that only a permanent member's vote against has. */
export const VETO = "VETO";
