/** The names of the vocabulary that the rules of this folder speak of. Nothing outside it names them. */

export const VETOED = "VETOED";
export const BLOCKED = "BLOCKED";
/** The form of blocking that only a permanent member's vote against has. */
export const VETO = "VETO";

export const CAST = "CAST";
export const ON = "ON";
export const FOR_DECISION_BY = "FOR_DECISION_BY";
export const MEMBER_OF = "MEMBER_OF";

export const RECOMMENDS = "RECOMMENDS";
export const CALLS_FOR = "CALLS_FOR";
export const RECOMMENDED = "RECOMMENDED";

export const HOLDS = "HOLDS";
export const OFFICE_OF = "OFFICE_OF";
export const AFFILIATED_WITH = "AFFILIATED_WITH";

export const MADE = "MADE";
export const ABOUT = "ABOUT";
export const SUPPORTED = "SUPPORTED";
export const CRITICIZED = "CRITICIZED";
