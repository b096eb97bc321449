import { setTimeout as sleep } from 'node:timers/promises';
import { BullJobQueue } from './bull-job-queue.js';

const url = process.env['REDIS_URL'];

(url ? describe : describe.skip)('the queue in Redis', () => {
  // A rejection that nobody handles ends a server; here it fails the test that runs.
  it.each([0, 1, 2, 3, 4, 5, 6, 8, 10, 15])('closes %i ms after it began to take jobs', async (wait) => {
    const queue = await BullJobQueue.open(url!, `closing-${wait}`);
    queue.start(async () => undefined, 2);
    if (wait > 0) await sleep(wait);
    await expect(queue.close()).resolves.toBeUndefined();
  });
});
