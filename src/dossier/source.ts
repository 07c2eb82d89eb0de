/** The type of what evidence comes from: the one type whose nodes need no evidence, and may name a text. */
export const SOURCE = "Source";
