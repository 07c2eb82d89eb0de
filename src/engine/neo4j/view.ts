import type { View } from "../../plan/view.js";
import { interval } from "./lift.js";

/** As much of a plan's view as the text of its statements depends on. */
export interface ViewShape {
  readonly valid: boolean;
}

/** The view of a plan, as its statements need it. */
export interface ShownView {
  readonly shape: ViewShape;
  /** What its statements are given beside the values of the plan. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The parameter with the first and the last day of `valid`. */
export const VALID = "view_valid";

export function shownView(view: View | undefined): ShownView {
  const valid = view?.valid ?? null;
  return {
    shape: { valid: valid !== null },
    parameters: valid === null ? {} : { [VALID]: interval(valid) },
  };
}
