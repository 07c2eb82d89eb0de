import { NodeCircleProgram, type NodeProgramType } from "sigma/rendering";

import { GROUP_FRAGMENT, RING_FRAGMENT } from "./shaders.js";

/** Draws a node that something is disputed about. */
export const RingProgram = shapedBy(RING_FRAGMENT);

/** Draws a group of edges that are not shown. */
export const GroupProgram = shapedBy(GROUP_FRAGMENT);

/** Sigma's program for discs with another shape. */
function shapedBy(fragment: string): NodeProgramType {
  return class extends NodeCircleProgram {
    override getDefinition(): ReturnType<NodeCircleProgram["getDefinition"]> {
      return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: fragment };
    }
  };
}
