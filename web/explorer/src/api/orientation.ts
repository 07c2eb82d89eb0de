/** Which graph is served, what is in it, from when to when, and which bodies decide: fields of the root. */
export const ORIENTATION = `snapshot {
  id
  nodes
  links
  types { type count }
  relationships { type count }
}
firstDate: links(first: 1, where: { date: { exists: true } }, orderBy: [{ edge: DATE }]) { nodes { date } }
lastDate: links(first: 1, where: { date: { exists: true } }, orderBy: [{ edge: DATE, direction: DESC }]) { nodes { date } }
firstSource: sources(first: 1, where: { date: { exists: true } }, orderBy: [{ node: DATE }]) { nodes { date } }
lastSource: sources(first: 1, where: { date: { exists: true } }, orderBy: [{ node: DATE, direction: DESC }]) { nodes { date } }
bodies: organizations(
  first: 100
  where: { or: [{ adopted: { count: { gte: 1 } } }, { decidesOn: { count: { gte: 1 } } }] }
  orderBy: [{ node: NAME }]
) { nodes { id name } }`;
