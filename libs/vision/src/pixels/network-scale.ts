import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';
import type { ChannelOrder } from '../packs/pack-manifest.js';

/** How a network wants levels of 0 to 255: `(level - mean) / std`, the colours in this order. */
export interface NetworkScale {
  readonly channelOrder: ChannelOrder;
  readonly mean: number;
  readonly std: number;
}

/** Levels as they are, red first. */
export const PLAIN_LEVELS: NetworkScale = { channelOrder: 'rgb', mean: 0, std: 1 };

/**
 * Brings levels into a network's scale.
 *
 * @param planes float32 [n, 3, ...], 0 to 255, red first
 * @returns float32 of the same shape
 */
export function inNetworkScale(
  g: GraphBuilder,
  planes: Value,
  { channelOrder, mean, std }: NetworkScale,
): Value {
  const ordered = channelOrder === 'rgb' ? planes : reversed(g, planes);
  const centred = mean === 0 ? ordered : g.sub(ordered, g.scalar(mean));
  return std === 1 ? centred : g.mul(centred, g.scalar(1 / std));
}

/**
 * `inNetworkScale` of bytes: a pass over the pixels less than a cast before it would take.
 *
 * @param planes uint8 [n, 3, ...], red first
 */
export function bytesInNetworkScale(
  g: GraphBuilder,
  planes: Value,
  { channelOrder, mean, std }: NetworkScale,
): Value {
  const ordered = channelOrder === 'rgb' ? planes : reversed(g, planes);
  const scaled = g.op('DequantizeLinear', [ordered, g.scalar(1 / std)], {}, { type: 'float32' });
  return mean === 0 ? scaled : g.sub(scaled, g.scalar(mean / std));
}

const reversed = (g: GraphBuilder, planes: Value) =>
  g.op('Gather', [planes, g.constant('int64', [3], [2, 1, 0])], { axis: 1 });
