import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';
import { lumaOf } from '../quality/measure-graph.js';
import { COLOUR_LENGTH, FAINT_COLOUR, tintWaves, TINTS } from './colour-waves.js';
import { FACE_WINDOW } from './face-window.js';
import { cellShares, CELLS, DIRECTIONS, FAINT_EDGE, ORIENTATION_LENGTH } from './orientations.js';

const SIDE = 112;
const PIXELS = SIDE * SIDE;
/** How much colours count beside edges. */
const COLOUR_SHARE = 0.6;
const BINOMIAL = [1, 4, 6, 4, 1].map((weight) => weight / 16);
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
 * @returns float32 [n, APPEARANCE_LENGTH], unit vectors: cells of edges row by row, then waves of either colour
 */
export function describeAppearance(g: GraphBuilder, faces: Value): Value {
  const colours = colourWaves(g, faces);
  const strength = g.op('Max', [length(g, colours), g.scalar(FAINT_COLOUR)]);
  const shares = g.mul(g.div(colours, strength), g.scalar(COLOUR_SHARE));
  return unit(g, g.concat([edgeDirections(g, faces), shares], 1));
}

/**
 * How strong the edges of each direction are in each cell of a face's middle: histograms of oriented gradients (Dalal
 * and Triggs, CVPR 2005), shared out between neighbouring cells and directions, so that a shift of a pixel or two changes
 * little. Square roots, as in Arandjelovic and Zisserman (CVPR 2012), keep single strong edges from drowning the others.
 *
 * @returns float32 [n, ORIENTATION_LENGTH], unit vectors (or zeros for a flat face)
 */
function edgeDirections(g: GraphBuilder, faces: Value): Value {
  const luma = smoothed(g, lumaOf(g, faces));
  const across = gradient(g, luma, [1, 1, 1, 3]);
  const down = gradient(g, luma, [1, 1, 3, 1]);
  const strength = g.op('Sqrt', [g.add(g.mul(across, across), g.mul(down, down))]);
  const strong = g.cast(g.greater(strength, g.scalar(FAINT_EDGE)), 'float32');
  const counted = g.mul(g.mul(strength, strong), g.constant('float32', [1, 1, SIDE, SIDE], FACE_WINDOW));
  const shares = g.mul(directionShares(g, across, down), counted);
  const perDirection = g.reshape(shares, [-1, DIRECTIONS, PIXELS]);
  const cells = g.constant('float32', [PIXELS, CELLS * CELLS], cellShares(SIDE));
  const histogram = g.transpose(g.matMul(perDirection, cells), [0, 2, 1]);
  return unit(g, g.op('Sqrt', [g.reshape(histogram, [-1, ORIENTATION_LENGTH])]));
}

/** How much of an edge counts for either direction that it lies between. @returns [n, DIRECTIONS, 112, 112] */
function directionShares(g: GraphBuilder, across: Value, down: Value): Value {
  const slope = g.div(down, g.add(across, g.scalar(LEAST)));
  const turned = g.mul(g.op('Atan', [slope]), g.scalar(DIRECTIONS / Math.PI));
  const directions = Float32Array.from({ length: DIRECTIONS }, (_, direction) => direction);
  const distance = g.sub(turned, g.constant('float32', [1, DIRECTIONS, 1, 1], directions));
  const around = g.add(distance, g.scalar(DIRECTIONS));
  const nearest = g.op('Min', [g.op('Abs', [distance]), g.op('Abs', [around])]);
  return g.relu(g.sub(g.scalar(1), nearest));
}

/** A binomial filter of five pixels, across and down; edges are continued. */
function smoothed(g: GraphBuilder, luma: Value): Value {
  const around = g.constant('int64', [8], [0, 0, 2, 2, 0, 0, 2, 2]);
  const padded = g.op('Pad', [luma, around], { mode: 'edge' });
  const weights = BINOMIAL.flatMap((row) => BINOMIAL.map((column) => row * column));
  return g.conv(padded, g.constant('float32', [1, 1, 5, 5], weights), null);
}

/** The next pixel less the one before; none at the edge of the picture, where the window is empty or nearly so. */
const gradient = (g: GraphBuilder, luma: Value, shape: readonly number[]): Value =>
  g.conv(luma, g.constant('float32', shape, [-1, 0, 1]), null, { padding: 'same' });

/** Either colour difference as waves over the middle of the face. @returns [n, COLOUR_LENGTH] */
function colourWaves(g: GraphBuilder, faces: Value): Value {
  const tints = g.conv(faces, g.constant('float32', [TINTS.length, 3, 1, 1], TINTS.flat()), null);
  const waves = tintWaves(SIDE);
  const perTint = g.reshape(tints, [-1, TINTS.length, PIXELS]);
  const found = g.matMul(perTint, g.constant('float32', [PIXELS, waves.length / PIXELS], waves));
  return g.reshape(found, [-1, COLOUR_LENGTH]);
}

const length = (g: GraphBuilder, rows: Value): Value => g.op('ReduceL2', [rows], { axes: [1], keepdims: 1 });

const unit = (g: GraphBuilder, rows: Value): Value =>
  g.div(rows, g.op('Max', [length(g, rows), g.scalar(LEAST)]));
