import { useEffect, useRef, useState, type ReactElement, type RefObject } from "react";

import type { Shown } from "../graph/shown.js";
import { isLarge, type Drawing } from "../picture/drawing.js";
import type { Picture } from "../picture/picture.js";
import { useExplorer, useServices } from "./context.js";
import { Key } from "./key.js";
import { EdgeLine } from "./edge-line.js";
import { typesOf, useTheme } from "./theme.js";

interface PicturePaneProps {
  readonly drawing: Drawing;
  readonly shown: Shown;
  /** Where the picture is kept for whoever exports it. */
  readonly picture: RefObject<Picture | null>;
  /** This browser cannot draw it. */
  readonly onUnavailable: () => void;
}

/** The picture of a view, with what the pointer is on told in words below it. */
export function PicturePane({ drawing, shown, picture, onUnavailable }: PicturePaneProps): ReactElement {
  const { view, orientation } = useExplorer();
  const { go } = useServices();
  const theme = useTheme();
  const types = typesOf(orientation);
  const typesKey = types.join();
  const large = isLarge(drawing);
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef({ view, drawing, go, onUnavailable });
  latest.current = { view, drawing, go, onUnavailable };
  const [hovered, setHovered] = useState<string | null>(null);
  const [moving, setMoving] = useState(true);

  useEffect(() => {
    let wanted = true;
    let mine: Picture | null = null;
    // What draws is a file of its own: words are on the screen before it has come.
    void import("../picture/picture.js")
      .then(({ createPicture }) => {
        if (!wanted || container.current === null) return;
        mine = createPicture({
          container: container.current,
          theme,
          types: typesKey.split(","),
          large,
          onSelect: (id) => {
            const { view: current, go: navigate } = latest.current;
            if (id !== current.selected) navigate({ ...current, selected: id });
          },
          onHover: setHovered,
          onLayout: setMoving,
        });
        picture.current = mine;
        mine.draw(latest.current.drawing);
        mine.select(latest.current.view.selected);
      })
      .catch(() => {
        latest.current.onUnavailable();
      });
    return () => {
      wanted = false;
      mine?.kill();
      picture.current = null;
    };
  }, [theme, typesKey, large, picture]);

  useEffect(() => {
    picture.current?.draw(drawing);
  }, [drawing, picture]);
  useEffect(() => {
    picture.current?.select(view.selected);
  }, [view.selected, picture]);

  const link = shown.links.find(({ id }) => id === hovered);
  const zoom = (by: "in" | "out" | "all", text: string, name: string): ReactElement => (
    <button type="button" aria-label={name} title={name} onClick={() => picture.current?.zoom(by)}>
      {text}
    </button>
  );
  return (
    <>
      <div className="picture-pane" data-moving={moving}>
        <div
          ref={container}
          className="picture"
          role="img"
          aria-label={`A picture of ${String(shown.nodes.length)} nodes and ${String(shown.links.length)} edges. The list has the same in words.`}
        />
        <div className="zoom" role="group" aria-label="Zoom">
          {zoom("in", "+", "Zoom in")}
          {zoom("out", "−", "Zoom out")}
          {zoom("all", "⤢", "Show all")}
        </div>
        {link === undefined ? null : (
          <div className="caption">
            <EdgeLine link={link} />
          </div>
        )}
      </div>
      <Key drawing={drawing} />
    </>
  );
}
