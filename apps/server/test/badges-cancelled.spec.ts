import { once } from 'node:events';
import type { Badge } from '@rollcall/contracts';
import { BadgeStage } from './support/badge-stage.js';
import { finishedJob } from './support/finished-job.js';
import { gate } from './support/job-stage.js';

describe('badges', () => {
  let stage: BadgeStage;
  beforeAll(async () => (stage = await BadgeStage.open()));
  afterAll(() => stage.close());
  beforeEach(() => stage.reset());

  describe('that are cancelled', () => {
    it('keep the best picture so far, and go on from it when they are tried again', async () => {
      const { id, who } = await stage.someone();
      stage.stylizer.face = { who };
      // The word of the cancelling takes its time; the next step must not be faster.
      stage.stylizer.beforeStep = async (step, signal) => {
        if (step === 2 && !signal.aborted) await once(signal, 'abort');
      };
      const { badgeId, jobId } = await stage.ask(id);
      for (;;) if ((await stage.admin.get<Badge>(`/badges/${badgeId}`)).previewUrl) break;
      await stage.admin.post(`/jobs/${jobId}/cancel`, undefined, 200);
      expect(await finishedJob(stage.admin, jobId)).toMatchObject({ state: 'cancelled' });
      const kept = await stage.admin.get<Badge>(`/badges/${badgeId}`);
      expect(kept).toMatchObject({
        state: 'ready',
        step: 2,
        previewUrl: null,
        likeness: { faceFound: true },
      });
      await stage.admin.picture(`/badges/${badgeId}/portrait.png`);

      await stage.admin.post(`/jobs/${jobId}/retry`, undefined, 200);
      expect(await finishedJob(stage.admin, jobId)).toMatchObject({ state: 'completed' });
      expect(stage.stylizer.commissions.at(-1)!.from).toMatchObject({ step: 2 });
      expect(await stage.admin.get(`/badges/${badgeId}`)).toMatchObject({ state: 'ready', step: 3 });
      const pictures = await stage.rollcall.sql(
        `SELECT 1 FROM blobs WHERE kind = 'portrait' AND delete_after <= $1`,
        [stage.rollcall.clock.now()],
      );
      expect(pictures).toEqual([]);
    });

    it('before they began have none', async () => {
      const { id } = await stage.someone();
      const { opened, open } = gate();
      stage.stylizer.beforeStep = () => opened;
      const [first, second] = [await stage.ask(id), await stage.ask(id)];
      await stage.admin.post(`/jobs/${second.jobId}/cancel`, undefined, 200);
      open();
      await finishedJob(stage.admin, first.jobId);
      expect(await stage.admin.get(`/badges/${second.badgeId}`)).toMatchObject({
        state: 'cancelled',
        portraitUrl: null,
      });
      await stage.admin.refused(
        stage.admin.get(`/badges/${second.badgeId}/portrait.png`, 404),
        'PICTURE_NOT_FOUND',
      );
    });
  });
});
