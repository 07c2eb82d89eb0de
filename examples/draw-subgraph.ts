import { print } from "graphql";
import { SurroundingsDocument, type SurroundingsQuery } from "./subgraph.generated.js";

type Surroundings = SurroundingsQuery["subgraph"];

/** Asks Plenary for what surrounds a node. */
async function surroundings(endpoint: string, id: string): Promise<Surroundings> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: print(SurroundingsDocument), variables: { from: [id], first: 30 } }),
  });
  const { data, errors } = (await response.json()) as { data?: SurroundingsQuery; errors?: { message: string }[] };
  if (data === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return data.subgraph;
}

/** Draws it as an SVG: nodes on a circle, what blocks in red, what has not happened dashed, the citations on hovering. */
function draw({ nodes, links }: Surroundings): string {
  const places = new Map(nodes.map(({ id }, index) => [id, (index / nodes.length) * 2 * Math.PI] as const));
  const at = (id: string): string => {
    const angle = places.get(id) ?? 0;
    return `${(500 + 300 * Math.cos(angle)).toFixed(1)} ${(400 + 300 * Math.sin(angle)).toFixed(1)}`;
  };
  const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const lines = links.map(({ type, form, modality, subject, object, evidence }) => {
    const dashes = modality === "ACTUAL" ? "" : ' stroke-dasharray="8 5"';
    const colour = form === null ? "#889" : "#b3261e";
    const title = escape([`${type} ${modality}`, ...evidence.map(({ citation }) => citation)].join("\n"));
    return `<path d="M${at(subject.id)}L${at(object.id)}" stroke="${colour}"${dashes}><title>${title}</title></path>`;
  });
  const labels = nodes.map(({ id, name }) => `<text transform="translate(${at(id)})">${escape(name)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 800">${[...lines, ...labels].join("\n")}</svg>\n`;
}

const [id = "referral-of-north-korea-to-the-icc", endpoint = "http://127.0.0.1:4000/graphql"] = process.argv.slice(2);
process.stdout.write(draw(await surroundings(endpoint, id)));
