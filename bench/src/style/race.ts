import { percentile } from '../statistics.js';
import type { OwnEngine, Stretch } from './own-engine.js';
import type { BenchPictures } from './pictures.js';
import type { TorchEngine } from './torch-engine.js';

/** What one engine did. */
export interface Course {
  /** Of each evaluation. */
  readonly losses: readonly number[];
  /** Median over the stretches. */
  readonly secondsPerEvaluation: number;
}

/** Both engines on one painting. */
export interface Race {
  readonly own: Course;
  readonly torch: Course | null;
}

/**
 * Paints with both engines in turn, so many evaluations each, so that whatever else the machine does meets both. The
 * first stretch warms up and is not timed, unless it is the only one.
 */
export async function race(
  own: OwnEngine,
  torch: TorchEngine | null,
  pictures: BenchPictures,
  evaluations: number,
  every: number,
  say: (line: string) => void,
): Promise<Race> {
  const ours: Stretch[] = [];
  const theirs: Stretch[] = [];
  const other = torch?.paint(evaluations, every);
  for await (const stretch of own.paint(pictures, evaluations, every)) {
    ours.push(stretch);
    const next = await other?.next();
    if (next && !next.done) theirs.push(next.value);
    const made = Math.min(ours.length * every, evaluations);
    const paces = [stretch, ...(other ? theirs.slice(-1) : [])].map(pace).join(' against ');
    say(`  ${made} of ${evaluations} evaluations, each in ${paces}`);
  }
  for await (const stretch of other ?? []) theirs.push(stretch);
  return { own: course(ours), torch: torch && course(theirs) };
}

const perEvaluation = ({ losses, seconds }: Stretch) => seconds / losses.length;
const pace = (stretch: Stretch) => `${perEvaluation(stretch).toFixed(3)} s`;

function course(stretches: readonly Stretch[]): Course {
  const timed = stretches.length > 1 ? stretches.slice(1) : stretches;
  return {
    losses: stretches.flatMap(({ losses }) => losses),
    secondsPerEvaluation: percentile(timed.map(perEvaluation), 0.5),
  };
}
