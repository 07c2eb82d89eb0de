import type { ReactElement, RefObject } from "react";

import { markdownOf } from "../export/markdown.js";
import { pngOf } from "../export/png.js";
import { sceneOf, type Scene } from "../export/scene.js";
import { svgOf } from "../export/svg.js";
import type { Shown } from "../graph/shown.js";
import type { Drawing } from "../picture/drawing.js";
import type { Picture } from "../picture/picture.js";
import { storyOf } from "../stories.js";
import { filtersOf } from "../view/describe.js";
import { useExplorer } from "./context.js";
import { typesOf, useTheme } from "./theme.js";

interface ExportMenuProps {
  readonly shown: Shown;
  readonly drawing: Drawing;
  readonly picture: RefObject<Picture | null>;
}

/** Saves the view: its picture as it stands, or its text with numbered citations. */
export function ExportMenu({ shown, drawing, picture }: ExportMenuProps): ReactElement {
  const { view, store, snapshot, orientation } = useExplorer();
  const theme = useTheme();
  const title = storyOf(view.story)?.question ?? "A view of the graph";
  const filters = filtersOf(view);
  const scene = (): Scene =>
    sceneOf({
      drawing,
      places: picture.current?.places() ?? new Map(),
      types: typesOf(orientation),
      theme,
      title,
      notes: [
        "Bar: stood in the way. Dashed: expected, possible or asked for. Dotted: denied or did not happen. Double: contradiction. Ring: disputed.",
        [`Plenary, snapshot ${snapshot ?? ""}`, ...filters].join("; "),
      ],
    });
  const drawable = view.form === "picture";
  return (
    <details className="menu">
      <summary>Export</summary>
      <div>
        <button
          type="button"
          disabled={!drawable}
          onClick={() => {
            save("plenary.svg", new Blob([svgOf(scene())], { type: "image/svg+xml" }));
          }}
        >
          Picture as SVG
        </button>
        <button
          type="button"
          disabled={!drawable}
          onClick={() => {
            void pngOf(scene()).then((blob) => {
              save("plenary.png", blob);
            });
          }}
        >
          Picture as PNG
        </button>
        <button
          type="button"
          onClick={() => {
            const text = markdownOf({ title, filters, snapshot: snapshot ?? "" }, shown, store.paths);
            save("plenary.md", new Blob([text], { type: "text/markdown" }));
          }}
        >
          Text with citations (Markdown)
        </button>
      </div>
    </details>
  );
}

/** Has the browser save a file. */
function save(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
