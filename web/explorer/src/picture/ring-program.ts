import { NodeCircleProgram } from "sigma/rendering";

import { RING_FRAGMENT } from "./shaders.js";

/** Draws a node that something is disputed about. */
export class RingProgram extends NodeCircleProgram {
  override getDefinition(): ReturnType<NodeCircleProgram["getDefinition"]> {
    return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: RING_FRAGMENT };
  }
}
