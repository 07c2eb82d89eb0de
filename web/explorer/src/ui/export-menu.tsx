import { useState, type ReactElement, type RefObject } from "react";

import { ApiError } from "../api/errors.js";
import { FILE_FORMATS, type FileFormat } from "../api/files.js";
import { fileQuery } from "../api/view-query.js";
import { pngOf } from "../export/png.js";
import { sceneOf } from "../export/scene.js";
import type { Scene } from "../export/shapes.js";
import { svgOf } from "../export/svg.js";
import type { Drawing } from "../picture/drawing.js";
import type { Picture } from "../picture/picture.js";
import { storyOf } from "../stories.js";
import { filtersOf } from "../view/describe.js";
import { useExplorer, useServices } from "./context.js";
import { typesOf, useTheme } from "./theme.js";

interface ExportMenuProps {
  readonly drawing: Drawing;
  readonly picture: RefObject<Picture | null>;
}

/** How far the writing of a file has come. */
type Writing =
  | { readonly state: "idle" }
  | { readonly state: "busy"; readonly format: FileFormat }
  | { readonly state: "failed"; readonly format: FileFormat; readonly message: string };

/** Saves the view: its picture as it stands, or what it shows as the server writes it, with its evidence. */
export function ExportMenu({ drawing, picture }: ExportMenuProps): ReactElement {
  const { view, snapshot, orientation } = useExplorer();
  const { files } = useServices();
  const theme = useTheme();
  const [writing, setWriting] = useState<Writing>({ state: "idle" });
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
        "Bar: stood in the way. Dashed: expected, possible or asked for. Dotted: denied or did not happen. Double: contradiction. Ring: disputed. Box: more edges, not shown.",
        [`Plenary, snapshot ${snapshot ?? ""}`, ...filters].join("; "),
      ],
    });
  const write = (format: FileFormat): void => {
    setWriting({ state: "busy", format });
    const heading = [title, ...filtersOf({ ...view, hidden: [] })].join("; ");
    files(format.name, fileQuery(view), heading).then(
      ({ name, content }) => {
        save(name, content);
        setWriting({ state: "idle" });
      },
      (error: unknown) => {
        setWriting({ state: "failed", format, message: error instanceof ApiError ? error.message : String(error) });
      },
    );
  };
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
        {FILE_FORMATS.map((format) => (
          <button
            key={format.name}
            type="button"
            disabled={writing.state === "busy"}
            onClick={() => {
              write(format);
            }}
          >
            {format.title}
          </button>
        ))}
        {view.hidden.length > 0 ? <p>Relationships that you hide are in the files too.</p> : null}
        <p role="status">{writing.state === "busy" ? `Writing ${writing.format.title} …` : null}</p>
        {writing.state === "failed" ? (
          <div className="notice bad" role="alert">
            <p>{writing.message}</p>
            <button
              type="button"
              onClick={() => {
                write(writing.format);
              }}
            >
              Try again
            </button>
          </div>
        ) : null}
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
