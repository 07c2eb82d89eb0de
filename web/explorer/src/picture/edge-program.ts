import {
  createEdgeCompoundProgram,
  EdgeProgram,
  type EdgeProgramType,
  type ProgramDefinition,
  type ProgramInfo,
} from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import { writeCorners, type Corners } from "./corners.js";
import { HEAD_FRAGMENT, HEAD_VERTEX, LINE_FRAGMENT, LINE_VERTEX } from "./shaders.js";

/** What an edge of a picture has beside what Sigma itself knows of. */
interface MarkData extends EdgeDisplayData {
  /** 0 solid, 1 dashed, 2 dotted; 3 more if double. */
  readonly style?: number;
  readonly bar?: boolean;
  /** By how many pixels it lies beside the straight line between its ends. */
  readonly lane?: number;
}

/** A part of an edge: its shaders, and what they are given beside what all parts are given. */
interface Part {
  readonly vertex: string;
  readonly fragment: string;
  readonly attributes: readonly { readonly name: string; readonly size: number }[];
  /** The numbers of those attributes, in their order. */
  readonly values: (source: NodeDisplayData, data: MarkData) => readonly number[];
}

/** The length of a head in pixels, at the size at which a node is as large as it says. */
const HEAD = 10;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_head", "u_dimensions"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** The direction across an edge, as long as the edge is thick; nothing where its ends lie on each other. */
function across(source: NodeDisplayData, target: NodeDisplayData, size: number): readonly [number, number] {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy);
  return length === 0 ? [0, 0] : [(-dy / length) * size, (dx / length) * size];
}

/** A box as two triangles: along it from 0 to 1, across it from -1 to 1. */
const CORNERS: Corners = [
  [0, 1],
  [0, -1],
  [1, 1],
  [1, 1],
  [0, -1],
  [1, -1],
];

/** A program that draws one part of an edge in a box. */
function programOf({ vertex, fragment, attributes, values }: Part): EdgeProgramType {
  return class extends EdgeProgram<Uniform> {
    getDefinition(): ProgramDefinition<Uniform> {
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: vertex,
        FRAGMENT_SHADER_SOURCE: fragment,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_end", size: 2, type: FLOAT },
          { name: "a_normal", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_radius", size: 1, type: FLOAT },
          { name: "a_lane", size: 1, type: FLOAT },
          ...attributes.map((attribute) => ({ ...attribute, type: FLOAT })),
          { name: "a_corner", size: 2, type: FLOAT },
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
      const normal = across(source, target, data.size);
      const common = [target.x, target.y, ...normal, floatColor(data.color), id, target.size, data.lane ?? 0];
      writeCorners(this.array, start, [...common, ...values(source, data)], CORNERS);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_head, HEAD);
      gl.uniform2f(uniformLocations.u_dimensions, params.width, params.height);
    }
  };
}

/** Draws the line of an edge alone. */
export const LineProgram = programOf({
  vertex: LINE_VERTEX,
  fragment: LINE_FRAGMENT,
  attributes: [
    { name: "a_start", size: 2 },
    { name: "a_style", size: 1 },
  ],
  values: (source, { style = 0 }) => [source.x, source.y, style],
});

const HeadProgram = programOf({
  vertex: HEAD_VERTEX,
  fragment: HEAD_FRAGMENT,
  attributes: [{ name: "a_bar", size: 1 }],
  values: (_source, { bar = false }) => [bar ? 1 : 0],
});

/** Draws an edge as its mark says: a line of one of six kinds, and a head of one of two. */
export const MarkProgram = createEdgeCompoundProgram([LineProgram, HeadProgram]);
