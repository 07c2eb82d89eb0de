import { NodeProgram, type NodeProgramType, type ProgramDefinition, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import { writeCorners, type Corners } from "./corners.js";
import { isCoarse } from "./motion.js";
import { DISC_FRAGMENT, GROUP_FRAGMENT, NODE_VERTEX, RING_FRAGMENT } from "./shaders.js";

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** A triangle around a disc of radius 1. */
const CORNERS: Corners = [0, 1, 2].map((third) => {
  const angle = (third * 2 * Math.PI) / 3;
  return [2 * Math.cos(angle), 2 * Math.sin(angle)];
});

/** A program that draws nodes in a shape of their own. */
function programOf(fragment: string): NodeProgramType {
  return class extends NodeProgram<Uniform> {
    getDefinition(): ProgramDefinition<Uniform> {
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: NODE_VERTEX,
        FRAGMENT_SHADER_SOURCE: fragment,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_corner", size: 2, type: FLOAT },
        ],
      };
    }

    processVisibleItem(id: number, start: number, { x, y, size, color }: NodeDisplayData): void {
      writeCorners(this.array, start, [x, y, size, floatColor(color), id], CORNERS);
    }

    override render(params: RenderParams): void {
      // Nothing is looked for under the pointer while the picture passes below it.
      const { pickProgram } = this;
      if (isCoarse(this.renderer)) this.pickProgram = null;
      super.render(params);
      this.pickProgram = pickProgram;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    }
  };
}

/** Draws a node. */
export const DiscProgram = programOf(DISC_FRAGMENT);

/** Draws a node that something is disputed about. */
export const RingProgram = programOf(RING_FRAGMENT);

/** Draws a group of edges that are not shown. */
export const GroupProgram = programOf(GROUP_FRAGMENT);
