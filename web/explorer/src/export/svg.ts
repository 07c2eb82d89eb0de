import type { Point, Scene, Shape } from "./shapes.js";

/** Writes a scene as an SVG file that needs nothing from elsewhere. */
export function svgOf({ width, height, background, title, shapes }: Scene): string {
  const size = `width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="system-ui, sans-serif">`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...shapes.map((shape) => written(shape, background)),
    "</svg>",
    "",
  ].join("\n");
}

function written(shape: Shape, background: string): string {
  switch (shape.kind) {
    case "line": {
      const dashes = shape.dashes.length === 0 ? "" : ` stroke-dasharray="${shape.dashes.join(" ")}"`;
      return `<path d="M${at(shape.from)}L${at(shape.to)}" stroke="${shape.colour}" stroke-width="${String(shape.width)}"${dashes} fill="none"/>`;
    }
    case "shape":
      return `<path d="M${shape.points.map(at).join("L")}Z" fill="${shape.colour}"/>`;
    case "disc":
      return `<circle ${centre(shape.at)} r="${short(shape.radius)}" fill="${shape.colour}"/>`;
    case "ring":
      return `<circle ${centre(shape.at)} r="${short(shape.radius)}" stroke="${shape.colour}" stroke-width="${short(shape.width)}" fill="none"/>`;
    case "text": {
      const weight = shape.bold ? ' font-weight="600"' : "";
      return `<text x="${short(shape.at[0])}" y="${short(shape.at[1])}" font-size="${String(shape.size)}"${weight} text-anchor="${shape.anchor}" fill="${shape.colour}" stroke="${background}" stroke-width="3" paint-order="stroke">${escape(shape.text)}</text>`;
    }
  }
}

function at([x, y]: Point): string {
  return `${short(x)} ${short(y)}`;
}

function centre([x, y]: Point): string {
  return `cx="${short(x)}" cy="${short(y)}"`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
