import { useSyncExternalStore } from "react";

import type { OrientationAnswer } from "../api/types.js";
import { DARK, LIGHT, type Theme } from "../picture/theme.js";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** The colours that the reader's system asks for. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    (changed) => {
      dark.addEventListener("change", changed);
      return () => {
        dark.removeEventListener("change", changed);
      };
    },
    () => (dark.matches ? DARK : LIGHT),
  );
}

/** All types of nodes in an order that does not depend on the view. */
export function typesOf(orientation: OrientationAnswer | null): readonly string[] {
  return (orientation?.snapshot.types ?? []).map(({ type }) => type).sort();
}
