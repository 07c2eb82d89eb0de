import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from "react";

import { groupText, type Group } from "../graph/groups.js";
import type { Disputed } from "../graph/marks.js";
import type { Shown } from "../graph/shown.js";
import { isLarge, type Drawing } from "../picture/drawing.js";
import { deedOf } from "../picture/keys.js";
import type { Picture } from "../picture/picture.js";
import { chosen } from "../view/change.js";
import { counted } from "../words.js";
import { useExplorer, useServices } from "./context.js";
import { Key, KeyboardHelp } from "./key.js";
import { EdgeLine } from "./edge-line.js";
import { spoken } from "./spoken.js";
import { typesOf, useTheme } from "./theme.js";

interface PicturePaneProps {
  readonly drawing: Drawing;
  readonly shown: Shown;
  readonly groups: readonly Group[];
  readonly disputed: Disputed;
  /** Where the picture is kept for whoever exports it. */
  readonly picture: RefObject<Picture | null>;
  /** This browser cannot draw it. */
  readonly onUnavailable: () => void;
}

/**
 * The picture of a view, with what the pointer or the keyboard is on told in words below it. To the keyboard it is one thing that has the
 * focus, within which keys move a cursor: see `KEYS`.
 */
export function PicturePane(props: PicturePaneProps): ReactElement {
  const { drawing, shown, groups, disputed, picture } = props;
  const container = useRef<HTMLDivElement>(null);
  const help = useId();
  const { view } = useExplorer();
  const { go } = useServices();
  const choose = (id: string | null): void => {
    const next = chosen(view, id);
    if (id !== view.selected || next.expansions !== view.expansions) go(next);
  };
  const { hovered, cursor, moving } = usePicture(container, choose, props);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const deed = deedOf(event);
    const { current } = picture;
    if (deed === null || current === null) return;
    event.preventDefault();
    if (deed.kind === "zoom") current.zoom(deed.by);
    else if (deed.kind === "open") {
      if (cursor !== null) choose(cursor);
    } else if (deed.step === "out" && cursor === null) event.currentTarget.blur();
    else current.move(deed.step);
  };

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
          role="application"
          aria-roledescription="picture"
          tabIndex={0}
          aria-label={`A picture of ${counted(shown.nodes.length, "node")} and ${counted(shown.links.length, "edge")}`}
          aria-describedby={help}
          onKeyDown={onKeyDown}
          onBlur={() => picture.current?.leave()}
        />
        <p id={help} className="unseen">
          Arrow keys move to nodes, E to the edges of a node, Enter opens, Escape leaves. The list has the same in
          words.
        </p>
        <p className="unseen" role="status">
          {cursor === null ? "" : spoken(cursor, { shown, groups, disputed })}
        </p>
        <div className="zoom" role="group" aria-label="Zoom">
          {zoom("in", "+", "Zoom in")}
          {zoom("out", "−", "Zoom out")}
          {zoom("all", "⤢", "Show all")}
        </div>
        <Caption id={hovered ?? cursor} shown={shown} groups={groups} />
      </div>
      <Key drawing={drawing} />
      <KeyboardHelp />
    </>
  );
}

/** What an edge says and who says so, or what a group stands for; nothing of a node, whose name is beside it. */
function Caption({
  id,
  shown,
  groups,
}: Pick<PicturePaneProps, "shown" | "groups"> & { readonly id: string | null }): ReactElement | null {
  if (id === null) return null;
  const link = shown.links.find((other) => other.id === id);
  const group = groups.find((other) => other.id === id);
  if (link === undefined && group === undefined) return null;
  return (
    <div className="caption">
      {link === undefined ? null : <EdgeLine link={link} />}
      {group === undefined ? null : <p>{groupText(group)}</p>}
    </div>
  );
}

/** What the pointer and the keyboard are on in a picture, and whether its nodes are still finding their places. */
interface Pointed {
  readonly hovered: string | null;
  readonly cursor: string | null;
  readonly moving: boolean;
}

/** Keeps a picture in an element, drawn anew whenever the view is, for as long as the element is there. */
function usePicture(
  container: RefObject<HTMLDivElement | null>,
  choose: (id: string | null) => void,
  { drawing, picture, onUnavailable }: PicturePaneProps,
): Pointed {
  const { view, orientation } = useExplorer();
  const theme = useTheme();
  const typesKey = typesOf(orientation).join();
  const large = isLarge(drawing);
  const latest = useRef({ view, drawing, choose, onUnavailable });
  latest.current = { view, drawing, choose, onUnavailable };
  const [hovered, setHovered] = useState<string | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
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
            latest.current.choose(id);
          },
          onHover: setHovered,
          onCursor: setCursor,
          onLayout: setMoving,
        });
        picture.current = mine;
        mine.draw(latest.current.drawing);
        mine.select(latest.current.view.selected);
      })
      .catch(() => {
        if (wanted) latest.current.onUnavailable();
      });
    return () => {
      wanted = false;
      mine?.kill();
      picture.current = null;
      setHovered(null);
      setCursor(null);
    };
  }, [theme, typesKey, large, container, picture]);

  useEffect(() => {
    picture.current?.draw(drawing);
  }, [drawing, picture]);
  useEffect(() => {
    picture.current?.select(view.selected);
  }, [view.selected, picture]);
  return { hovered, cursor, moving };
}
