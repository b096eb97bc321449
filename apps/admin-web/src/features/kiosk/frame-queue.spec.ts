import { IDBFactory } from 'fake-indexeddb';
import { ApiProblem } from '../../api/api-problem.js';
import { FrameQueue, sendQueued } from './frame-queue.js';
import type { Frame } from './kiosk.queries.js';

const frame = (key: string): Frame => ({
  key,
  capturedAt: `2026-03-02T08:00:0${key}Z`,
  image: new Blob([`picture ${key}`], { type: 'image/jpeg' }),
});
const refusal = (status: number, code: string) => new ApiProblem({ status, code, detail: code });

describe('frames taken while the server is away', () => {
  let queue: FrameQueue;
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    queue = await FrameQueue.open();
    for (const key of ['1', '2', '3']) await queue.add(frame(key));
  });
  afterEach(() => queue.close());

  it('survive a reload and go out in the order in which they were taken', async () => {
    queue.close();
    queue = await FrameQueue.open();
    const sent: Frame[] = [];
    await sendQueued(queue, (one) => Promise.resolve(sent.push(one)));
    expect(sent.map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(sent[0]?.capturedAt).toBe('2026-03-02T08:00:01Z');
    expect(sent[0]?.image.type).toBe('image/jpeg');
    expect(Buffer.from(await (sent[0] as Frame).image.arrayBuffer()).toString()).toBe('picture 1');
    expect(await queue.count()).toBe(0);
  });

  it.each([
    ['the server is out of reach', refusal(0, 'NETWORK')],
    ['the server is overloaded', refusal(503, 'UNAVAILABLE')],
    ['the key was replaced', refusal(401, 'DEVICE_KEY_INVALID')],
  ])('stay in their order while %s', async (_, problem) => {
    const tried: string[] = [];
    await sendQueued(queue, (one) => {
      tried.push(one.key);
      return one.key === '2' ? Promise.reject(problem) : Promise.resolve();
    });
    expect(tried).toEqual(['1', '2']);
    expect(await queue.count()).toBe(2);
    expect((await queue.first())?.frame.key).toBe('2');
  });

  it('do not block the others where the server refuses one for good', async () => {
    await sendQueued(queue, (one) =>
      one.key === '1' ? Promise.reject(refusal(422, 'CAPTURED_AT_IN_FUTURE')) : Promise.resolve(),
    );
    expect(await queue.count()).toBe(0);
  });
});
