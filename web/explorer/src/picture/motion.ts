import type Sigma from "sigma";

/** Whether the reader has asked for a screen on which little moves. */
export function reducedMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Whether the picture is moving and so large that only its nodes are drawn meanwhile: by the rule by which Sigma leaves out edges. */
export function isCoarse(sigma: Sigma): boolean {
  const { isMoving, draggedEvents, currentWheelDirection } = sigma.getMouseCaptor();
  const moving = sigma.getCamera().isAnimated() || isMoving || draggedEvents > 0 || currentWheelDirection !== 0;
  return moving && sigma.getSetting("hideEdgesOnMove");
}
