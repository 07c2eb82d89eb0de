/** A shape of a picture, in pixels from its upper left corner. */
export type Shape =
  | {
      readonly kind: "line";
      readonly from: Point;
      readonly to: Point;
      readonly width: number;
      readonly colour: string;
      /** Lengths of line and gap in turn; none for a whole line. */
      readonly dashes: readonly number[];
    }
  | { readonly kind: "shape"; readonly points: readonly Point[]; readonly colour: string }
  | { readonly kind: "disc"; readonly at: Point; readonly radius: number; readonly colour: string }
  | {
      readonly kind: "ring";
      readonly at: Point;
      readonly radius: number;
      readonly width: number;
      readonly colour: string;
    }
  | {
      readonly kind: "text";
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly anchor: "start" | "middle";
      readonly colour: string;
    };

export type Point = readonly [number, number];

/** A picture as shapes, to be written as SVG or painted as PNG. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** In words, for those who do not see it. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}

/** A word below or beside something, the middle of its baseline at a point. */
export function label(at: Point, text: string, size: number, colour: string): Shape {
  return { kind: "text", at, text, size, bold: false, anchor: "middle", colour };
}
