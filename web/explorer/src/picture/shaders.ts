/** What everything is given: its colour or, where it is only to be found under the pointer, its number, and where on the screen it is. */
const COMMON_VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;

const float bias = 255.0 / 254.0;

vec4 colour() {
  #ifdef PICKING_MODE
  vec4 given = a_id;
  #else
  vec4 given = a_color;
  #endif
  given.a *= bias;
  return given;
}

vec4 placed(vec2 position) {
  return vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
}

// The length of one pixel in the units of positions.
float pixelLength() {
  return u_correctionRatio / u_sizeRatio;
}
`;

/** What the lines and the heads of edges are given alike: their end, the way across them, and how thick they are, in pixels. */
const EDGE_VERTEX = /* glsl */ `
${COMMON_VERTEX}
attribute vec2 a_end;
attribute vec2 a_normal;
attribute float a_radius;
attribute float a_lane;

uniform float u_head;

float thicknessOf() {
  return max(length(a_normal), 0.0001);
}
`;

/** Lines: solid, dashed, dotted, single or double, beside each other where several join the same two nodes. */
export const LINE_VERTEX = /* glsl */ `
${EDGE_VERTEX}
attribute vec2 a_start;
attribute float a_style;

uniform vec2 u_dimensions;

varying float v_across;
varying float v_pixels;
varying float v_style;
varying float v_thickness;

void main() {
  float size = thicknessOf();
  vec2 normal = a_normal / size;
  float pixel = pixelLength();
  float isDouble = step(2.5, a_style);
  // With a rim in which the line fades out.
  float thickness = size * (1.0 + 1.6 * isDouble) + 1.5;
  #ifdef PICKING_MODE
  thickness = max(thickness, 9.0);
  #endif

  vec2 direction = vec2(normal.y, -normal.x);
  vec2 lane = normal * a_lane * 2.0 * pixel;
  vec2 end = a_end - direction * (a_radius * 2.0 + u_head * 2.0) * pixel;
  vec2 position = mix(a_start, end, a_corner.x) + lane;
  gl_Position = placed(position + normal * a_corner.y * thickness * pixel);

  vec2 onScreen = placed(end).xy - placed(a_start).xy;
  v_pixels = a_corner.x * length(onScreen * u_dimensions / 2.0);
  v_across = a_corner.y;
  v_style = a_style;
  v_thickness = thickness;
  v_color = colour();
}
`;

export const LINE_FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying float v_across;
varying float v_pixels;
varying float v_style;
varying float v_thickness;

const vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float isDouble = step(2.5, v_style);
  float stroke = v_style - 3.0 * isDouble;
  // In pixels from the middle of the line.
  float across = abs(v_across) * v_thickness / 2.0;
  float edge = v_thickness / 2.0 - 0.75;
  float alpha = 1.0 - smoothstep(edge - 0.5, edge + 0.75, across);
  if (isDouble > 0.5) alpha *= smoothstep(edge * 0.3 - 0.3, edge * 0.3 + 0.5, across);
  // 9 pixels of line and 6 of gap; 2 and 5.
  if (stroke > 1.5) alpha *= 1.0 - step(2.5, mod(v_pixels, 7.0));
  else if (stroke > 0.5) alpha *= 1.0 - step(9.0, mod(v_pixels, 15.0));
  gl_FragColor = mix(transparent, v_color, alpha);
  #endif
}
`;

/** Heads: the tip of an arrow, or a bar across the end of the line. */
export const HEAD_VERTEX = /* glsl */ `
${EDGE_VERTEX}
attribute float a_bar;

void main() {
  float size = thicknessOf();
  vec2 normal = a_normal / size;
  vec2 direction = vec2(normal.y, -normal.x);
  float pixel = pixelLength();

  // From the node's rim backwards: an arrow narrows to its tip, a bar is as wide in front as behind.
  float back = a_corner.x * mix(u_head, u_head * 0.42, a_bar);
  float narrowing = mix(a_corner.x, 1.0, a_bar);
  float width = mix(size + 7.0, size * 2.0 + 13.0, a_bar) * narrowing;

  gl_Position = placed(
    a_end
      - direction * (a_radius + back) * 2.0 * pixel
      + normal * (a_lane * 2.0 + a_corner.y * width) * pixel
  );
  v_color = colour();
}
`;

export const HEAD_FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
void main(void) {
  gl_FragColor = v_color;
}
`;

/** Nodes: `v_off` is how far a place is from the middle, in radii, and `v_soft` the width of a pixel. */
export const NODE_VERTEX = /* glsl */ `
${COMMON_VERTEX}
attribute vec2 a_position;
attribute float a_size;

varying vec2 v_off;
varying float v_soft;

void main() {
  gl_Position = placed(a_position + a_corner * a_size * 2.0 * pixelLength());
  v_off = a_corner;
  v_soft = u_sizeRatio / a_size;
  v_color = colour();
}
`;

/** What draws nodes of a shape: an expression for how far a place is from the middle, in radii, and one for how much is drawn there. */
function nodeFragment(away: string, drawn: string): string {
  return /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_off;
varying float v_soft;

const vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);

// 1 up to a distance, then fading to 0 within a pixel.
float within(float distance, float away) {
  return 1.0 - smoothstep(distance - v_soft, distance, away);
}

void main(void) {
  float away = ${away};
  #ifdef PICKING_MODE
  gl_FragColor = away > 1.0 ? transparent : v_color;
  #else
  gl_FragColor = mix(transparent, v_color, ${drawn});
  #endif
}
`;
}

/** A node: a disc. */
export const DISC_FRAGMENT = nodeFragment("length(v_off)", "within(1.0, away)");

/** A node that something is disputed about: a disc within a ring. */
export const RING_FRAGMENT = nodeFragment(
  "length(v_off)",
  "max(within(0.58, away), within(1.0, away) - within(0.76, away))",
);

/** A group of edges that are not shown: an empty box with a plus in it, its corners just within the disc that a node would be. */
export const GROUP_FRAGMENT = nodeFragment(
  "max(abs(v_off.x), abs(v_off.y))",
  "max(within(0.7, away) - within(0.57, away), within(0.4, away) * within(0.11, min(abs(v_off.x), abs(v_off.y))))",
);
