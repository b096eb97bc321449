import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { CheckInAnswer, CheckInRecord, Page } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { BlobStore } from '../src/platform/storage/blob-store.js';
import { RetentionSweep } from '../src/platform/storage/retention-sweep.js';
import { aKiosk } from './support/builders.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

const DAY = 86_400;

describe('photos and frames at rest', () => {
  let rollcall: Rollcall;
  let store: BlobStore;
  beforeAll(async () => {
    rollcall = await Rollcall.start({ FRAME_RETENTION_DAYS: '30' });
    store = rollcall.app.get(BlobStore);
  });
  afterAll(() => rollcall.stop());

  const pathOf = (id: string) => rollcall.sealedFiles().find(({ path }) => path.endsWith(id))!.path;
  const picture = (text: string) => Buffer.from(`a picture of ${text}`);

  it('come back as they went in', async () => {
    for (const bytes of [picture('somebody'), Buffer.alloc(0), Buffer.alloc(300_000, 7)]) {
      const id = await store.put('photo', bytes, null);
      expect((await store.get(id))!.equals(bytes)).toBe(true);
    }
    expect(await store.get('019a0000-0000-7000-8000-000000000000')).toBeNull();
  });

  it('are sealed: the same picture twice looks different, and neither like itself', async () => {
    const plain = picture('somebody else');
    const ids = [await store.put('photo', plain, null), await store.put('photo', plain, null)];
    const [one, other] = ids.map((id) => readFileSync(pathOf(id)));
    expect(one!.equals(other!)).toBe(false);
    for (const bytes of [one!, other!]) expect(bytes.includes('somebody')).toBe(false);
  });

  it('cannot be exchanged for another', async () => {
    const mine = await store.put('photo', picture('me'), null);
    const yours = await store.put('photo', picture('you'), null);
    copyFileSync(pathOf(yours), pathOf(mine));
    await expect(store.get(mine)).rejects.toThrow();
    expect((await store.get(yours))!.equals(picture('you'))).toBe(true);
  });

  it.each([0, 1, 13, 29, -1])('cannot be changed unnoticed at byte %i', async (at) => {
    const id = await store.put('photo', picture('somebody'), null);
    const bytes = readFileSync(pathOf(id));
    const index = at < 0 ? bytes.length + at : at;
    bytes[index] = bytes[index]! ^ 1;
    writeFileSync(pathOf(id), bytes);
    await expect(store.get(id)).rejects.toThrow();
  });

  it('cannot be cut short unnoticed', async () => {
    const id = await store.put('photo', picture('somebody'), null);
    writeFileSync(pathOf(id), readFileSync(pathOf(id)).subarray(0, -1));
    await expect(store.get(id)).rejects.toThrow();
  });

  it('that were tampered with are an error of ours, and say nothing of the file', async () => {
    const { kiosk } = await aKiosk(rollcall);
    const { id } = await kiosk.frame<CheckInAnswer>(aPhoto({ who: 255 }), 201);
    const [{ frame }] = (await rollcall.sql<{ frame: string }>(
      'SELECT frame_id AS frame FROM check_ins WHERE id = $1',
      [id],
    )) as [{ frame: string }];
    writeFileSync(pathOf(frame), 'something else');
    const { status, text } = await (await rollcall.admin()).answer('GET', `/check-ins/${id}/frame`);
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL' });
    expect(text).not.toContain(rollcall.dataDir);
  });

  it('can be read by their owner only', async () => {
    const id = await store.put('photo', picture('somebody'), null);
    expect(statSync(pathOf(id)).mode & 0o077).toBe(0);
    expect(statSync(`${rollcall.dataDir}/secret.key`).mode & 0o077).toBe(0);
  });

  describe('the sweep', () => {
    it('removes frames after their time, and the log says that there is none any more', async () => {
      const { kiosk, device } = await aKiosk(rollcall);
      await kiosk.frame(aPhoto({ who: 255 }), 201);
      const kept = await store.put('photo', picture('an enrolled person'), null);
      const files = rollcall.sealedFiles().length;
      const record = async () => {
        const admin = await rollcall.admin();
        return (await admin.get<Page<CheckInRecord>>(`/check-ins?deviceId=${device.id}`)).items[0]!;
      };

      rollcall.clock.advance(30 * DAY - 1);
      const early = rollcall.sealedFiles().length;
      await rollcall.app.get(RetentionSweep).run();
      expect(await record()).toMatchObject({ hasFrame: true });
      expect(rollcall.sealedFiles().length).toBeLessThanOrEqual(early);

      rollcall.clock.advance(1);
      await rollcall.app.get(RetentionSweep).run();
      const after = await record();
      expect(after).toMatchObject({ hasFrame: false, decision: 'unknown' });
      const admin = await rollcall.admin();
      await admin.refused(admin.get(`/check-ins/${after.id}/frame`, 404), 'FRAME_NOT_FOUND');
      expect(rollcall.sealedFiles().length).toBeLessThan(files);
      expect((await store.get(kept))!.equals(picture('an enrolled person'))).toBe(true);
      const due = await rollcall.sql('SELECT id FROM blobs WHERE delete_after <= $1', [rollcall.clock.now()]);
      expect(due).toEqual([]);
    });

    it('loses nothing where the work that made it due failed', async () => {
      const id = await store.put('photo', picture('somebody'), null);
      const work = rollcall.app.get(DataSource).transaction(async (manager) => {
        await store.expire(manager, [id]);
        throw new Error('the work failed');
      });
      await expect(work).rejects.toThrow('the work failed');
      await store.sweep();
      expect((await store.get(id))!.equals(picture('somebody'))).toBe(true);
    });
  });
});

describe('an installation that keeps no frames', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start({ FRAME_RETENTION_DAYS: '0' })));
  afterAll(() => rollcall.stop());

  it('writes none', async () => {
    const { kiosk } = await aKiosk(rollcall);
    await kiosk.frame(aPhoto({ who: 255 }), 201);
    expect(rollcall.sealedFiles()).toEqual([]);
  });
});
