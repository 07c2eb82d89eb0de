/** The one type whose nodes stand for themselves, without evidence. */
export const SOURCE = "Source";
