import {
  createEdgeCompoundProgram,
  EdgeProgram,
  type InstancedProgramDefinition,
  type ProgramInfo,
} from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import { HEAD_FRAGMENT, HEAD_VERTEX, LINE_FRAGMENT, LINE_VERTEX } from "./shaders.js";

/** What an edge of a picture has beside what Sigma itself knows of. */
interface MarkData extends EdgeDisplayData {
  /** 0 solid, 1 dashed, 2 dotted; 3 more if double. */
  readonly style?: number;
  readonly bar?: boolean;
  /** By how many pixels it lies beside the straight line between its ends. */
  readonly lane?: number;
}

/** The length of a head in pixels, at the size at which a node is as large as it says. */
const HEAD = 10;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const COLOUR = { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true };
const ID = { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true };
const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio", "u_head", "u_dimensions"] as const;

/** The direction across an edge, as long as the edge is thick; nothing where its ends lie on each other. */
function across(source: NodeDisplayData, target: NodeDisplayData, size: number): readonly [number, number] {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy);
  return length === 0 ? [0, 0] : [(-dy / length) * size, (dx / length) * size];
}

/** Draws the line of an edge alone. */
export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition(): InstancedProgramDefinition<(typeof UNIFORMS)[number]> {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: LINE_VERTEX,
      FRAGMENT_SHADER_SOURCE: LINE_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_start", size: 2, type: FLOAT },
        { name: "a_end", size: 2, type: FLOAT },
        { name: "a_normal", size: 2, type: FLOAT },
        COLOUR,
        ID,
        { name: "a_radius", size: 1, type: FLOAT },
        { name: "a_lane", size: 1, type: FLOAT },
        { name: "a_style", size: 1, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: "a_along", size: 1, type: FLOAT },
        { name: "a_side", size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: [
        [0, 1],
        [0, -1],
        [1, 1],
        [1, 1],
        [0, -1],
        [1, -1],
      ],
    };
  }

  processVisibleItem(
    id: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: MarkData,
  ): void {
    const values = [
      source.x,
      source.y,
      target.x,
      target.y,
      ...across(source, target, data.size),
      floatColor(data.color),
      id,
    ];
    this.array.set([...values, target.size, data.lane ?? 0, data.style ?? 0], start);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
    gl.uniform1f(uniformLocations.u_head, HEAD);
    gl.uniform2f(uniformLocations.u_dimensions, params.width, params.height);
  }
}

class HeadProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition(): InstancedProgramDefinition<(typeof UNIFORMS)[number]> {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: HEAD_VERTEX,
      FRAGMENT_SHADER_SOURCE: HEAD_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_end", size: 2, type: FLOAT },
        { name: "a_normal", size: 2, type: FLOAT },
        COLOUR,
        ID,
        { name: "a_radius", size: 1, type: FLOAT },
        { name: "a_lane", size: 1, type: FLOAT },
        { name: "a_bar", size: 1, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [0, 1],
        [0, -1],
        [1, 1],
        [1, 1],
        [0, -1],
        [1, -1],
      ],
    };
  }

  processVisibleItem(
    id: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: MarkData,
  ): void {
    const values = [target.x, target.y, ...across(source, target, data.size), floatColor(data.color), id];
    this.array.set([...values, target.size, data.lane ?? 0, data.bar === true ? 1 : 0], start);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_head, HEAD);
  }
}

/** Draws an edge as its mark says: a line of one of six kinds, and a head of one of two. */
export const MarkProgram = createEdgeCompoundProgram([LineProgram, HeadProgram]);
