import { ARCFACE_SIZE } from '../alignment/arcface-template.js';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';
import { mixedPlanes } from '../pixels/mixed-planes.js';
import { COLOUR_LENGTH, COLOUR_WAVES, FAINT_COLOUR, TINTS, WAVE_STRENGTHS, waves } from './colour-waves.js';
import { CENTRE, FACE_WINDOW } from './face-window.js';
import { cellShares, CELLS, DIRECTIONS, FAINT_EDGE, ORIENTATION_LENGTH, smoothing } from './orientations.js';

const { x, y, width, height } = CENTRE;
/** How much colours count beside edges. */
const COLOUR_SHARE = 0.6;
/** Keeps a flat picture from dividing by nothing. */
const LEAST = 1e-12;

/** Numbers of an appearance. */
export const APPEARANCE_LENGTH = ORIENTATION_LENGTH + COLOUR_LENGTH;

/**
 * How a picture of a face looks, whoever it shows: which way its edges run in each part of the face, and its colours,
 * both in its middle alone, so that it does not matter what stands around the picture. Copies of one picture (smaller,
 * cropped, turned a little, saved again) have nearly the same appearance, two photos of one person do not. The opposite
 * of an embedding, which is to see the person and not the picture.
 *
 * @param faces float32 [n, 3, 112, 112] on the ArcFace template, 0 to 255, RGB
 * @param luma float32 [n, 1, 112, 112] of them
 * @returns float32 [n, APPEARANCE_LENGTH], unit vectors: cells of edges row by row, then waves of either colour
 */
export function describeAppearance(g: GraphBuilder, faces: Value, luma: Value): Value {
  const colours = colourWaves(g, faces);
  const strength = g.op('Max', [length(g, colours), g.scalar(FAINT_COLOUR)]);
  const shares = g.mul(g.div(colours, strength), g.scalar(COLOUR_SHARE));
  return unit(g, g.concat([edgeDirections(g, luma), shares], 1));
}

/**
 * How strong the edges of each direction are in each cell of a face's middle: histograms of oriented gradients (Dalal
 * and Triggs, CVPR 2005), shared out between neighbouring cells and directions, so that a shift of a pixel or two changes
 * little. Square roots, as in Arandjelovic and Zisserman (CVPR 2012), keep single strong edges from drowning the others.
 *
 * @param luma float32 [n, 1, 112, 112]
 * @returns float32 [n, ORIENTATION_LENGTH], unit vectors (or zeros for a flat face)
 */
function edgeDirections(g: GraphBuilder, luma: Value): Value {
  const { across, down } = slopes(g, luma);
  const strength = g.op('Sqrt', [g.add(g.mul(across, across), g.mul(down, down))]);
  const strong = g.cast(g.greater(strength, g.scalar(FAINT_EDGE)), 'float32');
  const counted = g.mul(g.mul(strength, strong), shown(g));
  const shares = g.mul(directionShares(g, across, down), counted);
  const columns = g.constant('float32', [width, CELLS], cellShares(x, width));
  const rows = g.transpose(g.constant('float32', [height, CELLS], cellShares(y, height)), [1, 0]);
  const cells = g.reshape(g.matMul(rows, g.matMul(shares, columns)), [-1, DIRECTIONS + 1, CELLS ** 2]);
  const histogram = g.transpose(g.matMul(foldHalfTurn(g), cells), [0, 2, 1]);
  return unit(g, g.op('Sqrt', [g.reshape(histogram, [-1, ORIENTATION_LENGTH])]));
}

/**
 * The luma, smoothed, of the next pixel less that of the one before, over the middle of the face. Products with narrow
 * bands: the runtime makes a convolution of one plane sixteen planes wide.
 *
 * @returns float32 [n, 1, CENTRE.height, CENTRE.width] each
 */
function slopes(g: GraphBuilder, luma: Value) {
  const [rows, columns] = [smoothing(y, height), smoothing(x, width)];
  const down = (values: Float32Array) => g.constant('float32', [height, ARCFACE_SIZE], values);
  const across = (values: Float32Array) =>
    g.transpose(g.constant('float32', [width, ARCFACE_SIZE], values), [1, 0]);
  return {
    across: g.matMul(g.matMul(down(rows.smooth), luma), across(columns.slope)),
    down: g.matMul(g.matMul(down(rows.slope), luma), across(columns.smooth)),
  };
}

/**
 * How much of an edge counts for either direction that it lies between. Directions are counted from -DIRECTIONS / 2 to
 * DIRECTIONS / 2, of which the first and the last are the same one.
 *
 * @returns [n, DIRECTIONS + 1, CENTRE.height, CENTRE.width]
 */
function directionShares(g: GraphBuilder, across: Value, down: Value): Value {
  const slope = g.div(down, g.add(across, g.scalar(LEAST)));
  const turned = g.mul(g.op('Atan', [slope]), g.scalar(DIRECTIONS / Math.PI));
  const directions = Float32Array.from({ length: DIRECTIONS + 1 }, (_, at) => at - DIRECTIONS / 2);
  const distance = g.sub(turned, g.constant('float32', [1, DIRECTIONS + 1, 1, 1], directions));
  return g.relu(g.sub(g.scalar(1), g.op('Abs', [distance])));
}

/** [DIRECTIONS, DIRECTIONS + 1]: from directions of `directionShares` to those of half a turn, counted from nought. */
const foldHalfTurn = (g: GraphBuilder): Value =>
  g.constant(
    'float32',
    [DIRECTIONS, DIRECTIONS + 1],
    Float32Array.from({ length: DIRECTIONS * (DIRECTIONS + 1) }, (_, at) => {
      const [direction, share] = [Math.trunc(at / (DIRECTIONS + 1)), at % (DIRECTIONS + 1)];
      return Number((share + DIRECTIONS / 2) % DIRECTIONS === direction);
    }),
  );

/** Either colour difference as waves over the middle of the face. @returns [n, COLOUR_LENGTH] */
function colourWaves(g: GraphBuilder, faces: Value): Value {
  const tints = mixedPlanes(g, faces, TINTS, ARCFACE_SIZE);
  const middle = g.slice(g.slice(tints, 2, y, y + height), 3, x, x + width);
  const columns = g.constant('float32', [width, COLOUR_WAVES], waves(x, width));
  const rows = g.transpose(g.constant('float32', [height, COLOUR_WAVES], waves(y, height)), [1, 0]);
  const found = g.matMul(rows, g.matMul(g.mul(middle, shown(g)), columns));
  const strengths = g.constant('float32', [COLOUR_WAVES, COLOUR_WAVES], WAVE_STRENGTHS);
  return g.reshape(g.mul(found, strengths), [-1, COLOUR_LENGTH]);
}

const shown = (g: GraphBuilder): Value => g.constant('float32', [1, 1, height, width], FACE_WINDOW);

const length = (g: GraphBuilder, rows: Value): Value => g.op('ReduceL2', [rows], { axes: [1], keepdims: 1 });

const unit = (g: GraphBuilder, rows: Value): Value =>
  g.div(rows, g.op('Max', [length(g, rows), g.scalar(LEAST)]));
