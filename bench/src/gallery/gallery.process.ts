// Runs in a process of its own, as a server does: starts it, then does what the measuring process asks, one thing after
// the other.
import { Duties, type DutyName } from './duties.js';

interface Request {
  readonly id: number;
  readonly duty: DutyName;
  readonly order: never;
}

const duties = new Duties();
let last: Promise<void> = Promise.resolve();

process.on('message', ({ id, duty, order }: Request) => {
  last = last.then(async () => {
    try {
      process.send!({ id, result: await duties[duty](order) });
    } catch (error) {
      process.send!({ id, error: (error as Error).stack });
    }
  });
});
process.on('disconnect', () => process.exit(1));
