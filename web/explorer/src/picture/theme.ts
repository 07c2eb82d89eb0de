import type { Mark } from "../graph/marks.js";

/** Colours of a picture. Shape says what they say as well. */
export interface Theme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  /** What is not being looked at. */
  readonly faint: string;
  readonly tones: Readonly<Record<Mark["tone"], string>>;
  /** Of nodes, by their type. */
  readonly types: readonly string[];
}

/** On white paper: each at least 3:1 against it, words 4.5:1. */
export const LIGHT: Theme = {
  background: "#ffffff",
  text: "#1c2530",
  muted: "#566270",
  faint: "#dde2e8",
  tones: { plain: "#8593a3", blocking: "#b3261e", disputed: "#8a5a00" },
  types: [
    "#1f5f8b",
    "#2e7d5b",
    "#7a4fa3",
    "#a8551f",
    "#4a6785",
    "#8a2f5d",
    "#3d7a83",
    "#6b6f1d",
    "#5a5fc0",
    "#7d5a3c",
    "#9c3f3f",
    "#4f7a2e",
  ],
};

/** The same at night. */
export const DARK: Theme = {
  background: "#12181f",
  text: "#e6ebf1",
  muted: "#a3b0be",
  faint: "#2b3541",
  tones: { plain: "#74859a", blocking: "#ff8a7a", disputed: "#f0b84a" },
  types: [
    "#6cb4e4",
    "#6fc7a0",
    "#bb97e0",
    "#e59c68",
    "#93b1d1",
    "#dd86b2",
    "#7fc4cd",
    "#c0c466",
    "#a1a6f5",
    "#c9a27f",
    "#e58f8f",
    "#9ccb73",
  ],
};

/** The colour of a type of node: the same in every view of a graph, since it goes by the place of the type among all of them. */
export function typeColour(theme: Theme, types: readonly string[], type: string): string {
  const index = Math.max(0, types.indexOf(type));
  return theme.types[index % theme.types.length] ?? theme.muted;
}
