import { Logger } from '@nestjs/common';
import type { Badge, Job } from '@rollcall/contracts';
import { DomainError } from '../src/platform/domain-error.js';
import { BadgeStage } from './support/badge-stage.js';
import { finishedJob } from './support/finished-job.js';
import { gate } from './support/job-stage.js';

describe('badges that are cancelled', () => {
  let stage: BadgeStage;
  beforeAll(async () => (stage = await BadgeStage.open()));
  afterAll(() => stage.close());
  beforeEach(() => stage.reset());

  const again = async (jobId: string) => {
    stage.stylizer.beforeStep = async () => {};
    await stage.admin.post(`/jobs/${jobId}/retry`, undefined, 200);
    return finishedJob(stage.admin, jobId);
  };
  const shown = (badgeId: string) => stage.admin.get<Badge>(`/badges/${badgeId}`);

  it('keep the best picture so far, and go on from it when they are tried again', async () => {
    const { id, who } = await stage.someone();
    stage.stylizer.face = { who };
    const { badgeId, jobId } = await stage.stopped(id, 2);
    expect(await shown(badgeId)).toMatchObject({
      state: 'ready',
      step: 2,
      complete: false,
      previewUrl: null,
      likeness: { faceFound: true },
    });
    await stage.admin.picture(`/badges/${badgeId}/portrait.png`);

    expect(await again(jobId)).toMatchObject({ state: 'completed' });
    expect(stage.stylizer.commissions.at(-1)!.from).toMatchObject({ step: 2 });
    expect(await shown(badgeId)).toMatchObject({ state: 'ready', step: 3, complete: true });
    const pictures = await stage.rollcall.sql(
      `SELECT 1 FROM blobs WHERE kind = 'portrait' AND delete_after <= $1`,
      [stage.rollcall.clock.now()],
    );
    expect(pictures).toEqual([]);
  });

  it('have a portrait of the size that was asked for, also where shapes were still painted small', async () => {
    const { id } = await stage.someone();
    stage.stylizer.coarse = 2;
    const { badgeId } = await stage.stopped(id, 2, { size: 256 });
    const { width, height } = await stage.pixels(`/badges/${badgeId}/portrait.png`);
    expect([width, height]).toEqual([256, 256]);
    expect((await shown(badgeId)).losses).toEqual([
      [1, 1, 128],
      [2, 1 / 2, 128],
    ]);
  });

  it('keep their picture also where the networks that look at it are busy at first', async () => {
    const { id } = await stage.someone();
    let busy = 3;
    stage.rollcall.engine.beforeRead = async () => {
      if (busy-- > 0) throw new DomainError('busy', 'BUSY', 'Too many pictures wait. Try again.');
    };
    const { badgeId } = await stage.stopped(id, 2);
    expect(busy).toBeLessThan(0);
    expect(await shown(badgeId)).toMatchObject({ state: 'ready', step: 2 });
  });

  it('say in the log where their picture could not be kept, and go on from it all the same', async () => {
    const { id } = await stage.someone();
    const warn = jest.spyOn(Logger.prototype, 'warn');
    stage.rollcall.engine.beforeRead = async () => {
      throw new Error('the networks are closed');
    };
    const { badgeId, jobId } = await stage.stopped(id, 2);
    expect(warn.mock.calls.flat()).toContainEqual(expect.stringContaining(`job ${jobId} was not kept`));
    warn.mockRestore();
    const badge = await shown(badgeId);
    expect(badge).toMatchObject({ state: 'cancelled', step: 2, portraitUrl: null });
    expect(badge.previewUrl).not.toBeNull();
    stage.rollcall.engine.beforeRead = async () => {};
    expect(await again(jobId)).toMatchObject({ state: 'completed' });
    expect(stage.stylizer.commissions.at(-1)!.from).toMatchObject({ step: 2 });
  });

  it('begin again where nothing is left to go on from: with a curve of their own', async () => {
    const { id } = await stage.someone();
    const { badgeId, jobId } = await stage.stopped(id, 2);
    await stage.rollcall.sql('UPDATE badges SET portrait_id = NULL WHERE id = $1', [badgeId]);
    const { opened, open } = gate();
    const begun = gate();
    stage.stylizer.beforeStep = () => {
      begun.open();
      return opened;
    };
    await stage.admin.post<Job>(`/jobs/${jobId}/retry`, undefined, 200);
    await begun.opened;
    const begins = await shown(badgeId);
    open();
    expect(begins).toMatchObject({ step: 0, losses: [] });
    expect(await finishedJob(stage.admin, jobId)).toMatchObject({ state: 'completed' });
    expect((await shown(badgeId)).losses.map(([step]) => step)).toEqual([1, 2, 3]);
  });

  it('stay cancelled when their job is not kept any more', async () => {
    const { id } = await stage.someone();
    const { badgeId, jobId } = await stage.stopped(id, 2);
    await stage.rollcall.sql('UPDATE badges SET portrait_id = NULL WHERE id = $1', [badgeId]);
    expect((await shown(badgeId)).state).toBe('cancelled');
    await stage.rollcall.sql('DELETE FROM jobs WHERE id = $1', [jobId]);
    expect((await shown(badgeId)).state).toBe('cancelled');
  });

  it('are not tried again once they are gone, nor does the log call that a fault of the program', async () => {
    const { id } = await stage.someone();
    const { badgeId, jobId } = await stage.stopped(id, 2);
    const other = await stage.stopped(id, 2);
    await stage.admin.delete(`/badges/${badgeId}`, 204);
    await stage.admin.delete(`/people/${id}/consent`, 200);
    for (const job of [jobId, other.jobId]) {
      const refused = stage.admin.post(`/jobs/${job}/retry`, undefined, 409);
      expect((await stage.admin.refused(refused, 'PORTRAIT_DELETED')).detail).toMatch(/Ask for a new one\.$/);
      expect((await stage.admin.get<Job>(`/jobs/${job}`)).state).toBe('cancelled');
    }
    const warn = jest.spyOn(Logger.prototype, 'warn');
    const waits = `UPDATE jobs SET state = 'waiting', cancel_requested = false, attempts = 0 WHERE id = $1`;
    await stage.rollcall.sql(waits, [jobId]);
    const job = await finishedJob(stage.admin, jobId);
    const told = warn.mock.calls.flat().filter((words) => String(words).includes(jobId));
    warn.mockRestore();
    expect(job).toMatchObject({ state: 'failed', error: { code: 'BADGE_NOT_FOUND' } });
    expect(told).toEqual([expect.stringMatching(/failed: BADGE_NOT_FOUND: There is no such badge\.$/)]);
  });

  it('before they began have none', async () => {
    const { id } = await stage.someone();
    const { opened, open } = gate();
    stage.stylizer.beforeStep = () => opened;
    const [first, second] = [await stage.ask(id), await stage.ask(id)];
    await stage.admin.post(`/jobs/${second.jobId}/cancel`, undefined, 200);
    const card = (path: string, code: string) => stage.admin.refused(stage.admin.get(path, 409), code);
    await card(`/badges/${first.badgeId}/card.png`, 'PORTRAIT_NOT_READY');
    for (const path of [`/badges/${second.badgeId}/card.png`, `/badges/sheet.pdf?badge=${second.badgeId}`])
      expect((await card(path, 'PORTRAIT_NOT_PAINTED')).detail).toMatch(/Run it again\.$/);
    open();
    await finishedJob(stage.admin, first.jobId);
    expect(await shown(second.badgeId)).toMatchObject({ state: 'cancelled', portraitUrl: null });
    await stage.admin.refused(
      stage.admin.get(`/badges/${second.badgeId}/portrait.png`, 404),
      'PICTURE_NOT_FOUND',
    );
  });
});
