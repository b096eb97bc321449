import { FaceEngine, type ModelPack, type ReadOptions, type StageTimings } from '@rollcall/vision';
import { percentile } from '../statistics.js';

const WARM_UP = 8;

export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** One image after another through one engine, in milliseconds. */
export interface OneClient {
  readonly threads: number;
  readonly whole: Spread;
  /** Inside onnxruntime, the sum of the networks' runs. */
  readonly networks: Spread;
  /** Median of each reading's own ratio of the two. */
  readonly ratio: number;
  readonly stages: Readonly<Record<string, Spread>>;
}

/** What a kiosk asks for, and what an enrolment asks for. */
export const LOOKS = {
  kiosk: { find: 'nearest', embed: 'largest', liveness: 'largest' },
  enrolment: { find: 'all', embed: 'largest', liveness: 'largest' },
} satisfies Record<string, ReadOptions>;
export type LookName = keyof typeof LOOKS;

export async function oneClient(
  pack: ModelPack,
  look: LookName,
  threads: number,
  frames: readonly Uint8Array[],
  rounds: number,
): Promise<OneClient> {
  const engine = await FaceEngine.open(pack, { threads });
  try {
    const readings: StageTimings[] = [];
    for (let i = 0; i < WARM_UP + rounds; i++) {
      const { timings } = await engine.read(frames[i % frames.length]!, LOOKS[look]);
      if (i >= WARM_UP) readings.push(timings);
    }
    return { threads, ...summary(readings) };
  } finally {
    await engine.close();
  }
}

export const spreadOf = (values: readonly number[]): Spread => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
});

function summary(readings: readonly StageTimings[]) {
  const stages = Object.keys(readings[0]!) as (keyof StageTimings)[];
  return {
    whole: spreadOf(readings.map(({ total }) => total)),
    networks: spreadOf(readings.map(({ inference }) => inference)),
    ratio: percentile(
      readings.map(({ total, inference }) => total / inference),
      0.5,
    ),
    stages: Object.fromEntries(stages.map((stage) => [stage, spreadOf(readings.map((each) => each[stage]))])),
  };
}
