import type { Settings } from "sigma/settings";

import { linesOf } from "./lines.js";
import type { Theme } from "./theme.js";

const FONT = "system-ui, sans-serif";

/** Sigma's drawing of labels: below the node, on two lines, with a rim of the background so that lines do not cross them out. */
export function labelSettings(theme: Theme): Partial<Settings> {
  return {
    labelFont: FONT,
    labelSize: 12.5,
    labelWeight: "500",
    labelColor: { color: theme.text },
    edgeLabelFont: FONT,
    edgeLabelSize: 11,
    edgeLabelColor: { attribute: "labelColour", color: theme.muted },
    defaultDrawNodeLabel: (context, data, settings) => {
      if (typeof data.label === "string") write(context, linesOf(data.label), data, settings, theme);
    },
    defaultDrawNodeHover: (context, data, settings) => {
      context.beginPath();
      context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
      context.lineWidth = 2;
      context.strokeStyle = theme.text;
      context.stroke();
      if (typeof data.label === "string") write(context, linesOf(data.label, 5), data, settings, theme);
    },
    defaultDrawEdgeLabel: (context, edge, source, target, settings) => {
      const { label } = edge;
      if (typeof label !== "string") return;
      const dx = target.x - source.x;
      const dy = target.y - source.y;
      const length = Math.hypot(dx, dy);
      const size = settings.edgeLabelSize;
      context.font = `${settings.edgeLabelWeight} ${String(size)}px ${settings.edgeLabelFont}`;
      const width = context.measureText(label).width;
      if (width > length - source.size - target.size - 12) return;
      const lane = typeof edge["lane"] === "number" ? edge["lane"] : 0;
      const upright = dx < 0 ? Math.PI : 0;
      context.save();
      context.translate((source.x + target.x) / 2, (source.y + target.y) / 2);
      context.rotate(Math.atan2(dy, dx) + upright);
      context.textAlign = "center";
      halo(
        context,
        label,
        0,
        -5 - Math.abs(lane) / 2 + (upright === 0 ? -lane : lane) / 2,
        theme.background,
        String(edge["labelColour"] ?? theme.muted),
      );
      context.restore();
    },
  };
}

function write(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  { labelSize, labelWeight, labelFont }: Pick<Settings, "labelSize" | "labelWeight" | "labelFont">,
  theme: Theme,
): void {
  context.font = `${labelWeight} ${String(labelSize)}px ${labelFont}`;
  context.textAlign = "center";
  lines.forEach((line, index) => {
    halo(context, line, x, y + size + labelSize * (1.1 + index * 1.15), theme.background, theme.text);
  });
  context.textAlign = "start";
}

function halo(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  rim: string,
  colour: string,
): void {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = rim;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
