/** The type of what evidence comes from: the one type whose nodes need no evidence, for they stand for themselves. */
export const SOURCE = "Source";
