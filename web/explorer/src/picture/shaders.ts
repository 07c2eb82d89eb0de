/** What the lines and the heads of edges are given alike: their end, the way across them, their colour, and one pixel's length. */
const EDGE_VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_end;
attribute vec2 a_normal;
attribute float a_radius;
attribute float a_lane;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_head;

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

/** The length of one pixel in the units of positions. */
float pixelLength() {
  return u_correctionRatio / u_sizeRatio;
}

/** How thick the edge is, in pixels. */
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

/** What a node of a shape of its own is drawn by, given how much of it is at a place: `away` from its middle, `v_radius` large. */
function nodeFragment(picked: string, drawn: string): string {
  return /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_diffVector;
varying float v_radius;

uniform float u_correctionRatio;

const vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);

void main(void) {
  float soft = u_correctionRatio * 1.5;
  vec2 off = abs(v_diffVector);
  #ifdef PICKING_MODE
  gl_FragColor = ${picked} > v_radius ? transparent : v_color;
  #else
  ${drawn}
  #endif
}
`;
}

/** A node that something is disputed about: a disc within a ring. */
export const RING_FRAGMENT = nodeFragment(
  "length(off)",
  /* glsl */ `
  float away = length(off);
  float disc = 1.0 - smoothstep(v_radius * 0.58 - soft, v_radius * 0.58, away);
  float ring = smoothstep(v_radius * 0.76 - soft, v_radius * 0.76, away) * (1.0 - smoothstep(v_radius - soft, v_radius, away));
  gl_FragColor = mix(transparent, v_color, max(disc, ring));
`,
);

/** A group of edges that are not shown: an empty box with a plus in it. */
export const GROUP_FRAGMENT = nodeFragment(
  "max(off.x, off.y)",
  /* glsl */ `
  float away = max(off.x, off.y);
  // Its corners lie just within the disc that Sigma's triangle covers.
  float outer = v_radius * 0.68;
  float thick = v_radius * 0.14;
  float box = step(outer - thick, away) * (1.0 - step(outer, away));
  float plus = (1.0 - step(thick * 0.6, min(off.x, off.y))) * (1.0 - step(v_radius * 0.38, away));
  gl_FragColor = mix(transparent, v_color, max(box, plus));
`,
);
