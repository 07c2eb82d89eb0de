import type { Scene, Shape } from "./shapes.js";

/** Paints a scene at twice its size. Resolves to a PNG file. */
export function pngOf(scene: Scene): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = scene.width * 2;
  canvas.height = scene.height * 2;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser cannot paint pictures.");
  context.scale(2, 2);
  context.fillStyle = scene.background;
  context.fillRect(0, 0, scene.width, scene.height);
  for (const shape of scene.shapes) paint(context, shape, scene.background);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("This browser cannot write PNG files."));
      else resolve(blob);
    }, "image/png");
  });
}

function paint(context: CanvasRenderingContext2D, shape: Shape, background: string): void {
  context.beginPath();
  context.setLineDash([]);
  context.fillStyle = shape.colour;
  context.strokeStyle = shape.colour;
  switch (shape.kind) {
    case "line":
      context.setLineDash([...shape.dashes]);
      context.lineWidth = shape.width;
      context.moveTo(...shape.from);
      context.lineTo(...shape.to);
      context.stroke();
      return;
    case "shape":
      for (const point of shape.points) context.lineTo(...point);
      context.fill();
      return;
    case "disc":
      context.arc(...shape.at, shape.radius, 0, Math.PI * 2);
      context.fill();
      return;
    case "ring":
      context.lineWidth = shape.width;
      context.arc(...shape.at, shape.radius, 0, Math.PI * 2);
      context.stroke();
      return;
    case "text":
      context.font = `${shape.bold ? "600 " : ""}${String(shape.size)}px system-ui, sans-serif`;
      context.textAlign = shape.anchor === "middle" ? "center" : "start";
      context.lineWidth = 3;
      context.lineJoin = "round";
      context.strokeStyle = background;
      context.strokeText(shape.text, ...shape.at);
      context.fillText(shape.text, ...shape.at);
  }
}
