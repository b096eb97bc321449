import type { AuditEntry, Badge, BadgeAccepted, Job, Page, Style } from '@rollcall/contracts';
import { BadgeStage } from './support/badge-stage.js';
import { finishedJob } from './support/finished-job.js';
import { gate } from './support/job-stage.js';

describe('badges that wait', () => {
  let stage: BadgeStage;
  beforeAll(async () => (stage = await BadgeStage.open()));
  afterAll(() => stage.close());
  beforeEach(() => stage.reset());

  /** One that is held while it is painted, so that whatever is asked for behind it waits. */
  const held = async (personId: string) => {
    const { opened, open } = gate();
    stage.stylizer.beforeStep = (step) => (step === 2 ? opened : Promise.resolve());
    return { open, growing: await stage.growing(personId) };
  };
  const state = async ({ badgeId }: BadgeAccepted) => stage.admin.get<Badge>(`/badges/${badgeId}`);

  it('do not keep a preset waiting', async () => {
    const { id } = await stage.someone();
    stage.stylizer.presets.push({ key: 'quick', name: 'Quick', file: __filename, width: 64, height: 64 });
    const [preset] = (await stage.admin.get<Page<Style>>('/styles')).items;
    const { open, growing } = await held(id);
    const behind = [await stage.ask(id), await stage.ask(id)];
    const { badge, job } = await stage.painted(id, { styleId: preset!.id });
    expect([badge.state, job.kind]).toEqual(['ready', 'badges.instant']);
    expect([(await state(growing)).state, (await state(behind[0]!)).state]).toEqual(['active', 'waiting']);
    open();
    for (const { jobId } of [growing, ...behind])
      expect(await finishedJob(stage.admin, jobId)).toMatchObject({ state: 'completed' });
  });

  it('show what a preset painted while it is still looked at', async () => {
    const { id } = await stage.someone();
    stage.stylizer.presets.push({ key: 'quick', name: 'Quick', file: __filename, width: 64, height: 64 });
    const [preset] = (await stage.admin.get<Page<Style>>('/styles')).items;
    const [looking, looked] = [gate(), gate()];
    const { engine } = stage.rollcall;
    engine.beforeRead = () => {
      looking.open();
      return looked.opened;
    };
    const { badgeId, jobId } = await stage.ask(id, { styleId: preset!.id });
    await looking.opened;
    const { state: now, previewUrl } = await stage.admin.get<Badge>(`/badges/${badgeId}`);
    expect(now).toBe('active');
    const shown = await stage.admin.picture(previewUrl!.replace('/api/v1', ''));
    expect(shown.type).toBe('image/png');
    looked.open();
    engine.beforeRead = async () => {};
    expect(await finishedJob(stage.admin, jobId)).toMatchObject({ state: 'completed', progress: 100 });
    expect(await stage.admin.get<Badge>(`/badges/${badgeId}`)).toMatchObject({ previewUrl: null });
  });

  it('are so many at most, and all of them can be cancelled; what is being painted goes on', async () => {
    const { id } = await stage.someone();
    const { open, growing } = await held(id);
    const answers = await Promise.all(
      Array.from({ length: 24 }, () =>
        stage.admin.raw('POST', '/badges', JSON.stringify(stage.wish(id)), {
          'Content-Type': 'application/json',
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(20);
    await stage.admin.refused(stage.admin.post('/badges', stage.wish(id), 409), 'STUDIO_QUEUE_FULL');
    const enroller = await stage.rollcall.as('enroller');
    await enroller.refused(enroller.post('/badges/waiting/cancel', undefined, 403), 'FORBIDDEN');
    expect(await stage.admin.post('/badges/waiting/cancel', undefined, 200)).toEqual({ cancelled: 20 });
    const waited = (await stage.admin.get<Page<Badge>>('/badges?limit=20')).items[0]!;
    expect(waited).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) });
    expect((await stage.admin.get<Page<Job>>('/jobs?state=waiting&kind=badges.render')).items).toEqual([]);
    const { items } = await stage.admin.get<Page<AuditEntry>>('/audit?action=badge.cancel-waiting');
    expect(items).toMatchObject([{ details: { portraits: 20 } }]);
    open();
    expect(await finishedJob(stage.admin, growing.jobId)).toMatchObject({ state: 'completed' });
  });
});
