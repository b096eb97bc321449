import { setTimeout as sleep } from 'node:timers/promises';
import {
  portraitRecipe,
  type AuditEntry,
  type Badge,
  type Job,
  type Page,
  type Style,
} from '@rollcall/contracts';
import { BadgeStage } from './support/badge-stage.js';
import { EventStream } from './support/event-stream.js';
import { finishedJob } from './support/finished-job.js';
import { gate } from './support/job-stage.js';
import { aPhoto } from './support/scripted-face-engine.js';

describe('badges', () => {
  let stage: BadgeStage;
  beforeAll(async () => (stage = await BadgeStage.open()));
  afterAll(() => stage.close());
  beforeEach(() => stage.reset());

  it('are painted in the background, from the photo of the best quality', async () => {
    const { id, who } = await stage.someone();
    stage.stylizer.face = { who, likeness: 0.8 };
    const { job, badge } = await stage.painted(id, { size: 256, preserveColor: true, seed: 7 });
    expect(job).toMatchObject({
      kind: 'badges.render',
      state: 'completed',
      step: 3,
      steps: 3,
      loss: 1 / 3,
      progress: 100,
    });
    expect(job.result).toEqual({
      badgeId: badge.id,
      portraitUrl: badge.portraitUrl,
      likeness: badge.likeness,
    });
    expect(badge).toMatchObject({
      personId: id,
      styleId: stage.styles[0]!.id,
      styleName: stage.styles[0]!.name,
      state: 'ready',
      step: 3,
      losses: [
        [1, 1, 256],
        [2, 1 / 2, 256],
        [3, 1 / 3, 256],
      ],
      settings: { size: 256, steps: 3, preserveColor: true, protectFace: true, recipe: 'portrait' },
      previewUrl: null,
      error: null,
      finishedAt: stage.rollcall.clock.now().toISOString(),
    });
    expect(badge.likeness).toMatchObject({ faceFound: true, threshold: 0.5, recognisable: true });
    expect(badge.likeness!.similarity).toBeCloseTo(0.8, 3);
    const commission = stage.stylizer.commissions.at(-1)!;
    // Nothing begins with noise here.
    expect(badge.settings).not.toHaveProperty('seed');
    expect(commission).toMatchObject({ size: 256, seed: 0, from: null, face: { box: { x: 400, y: 200 } } });
    expect(Buffer.from(commission.photo)).toEqual(aPhoto({ who }));
    expect(commission.styles).toHaveLength(1);
    const portrait = await stage.admin.picture(`/badges/${badge.id}/portrait.png`);
    expect([portrait.type, portrait.cached]).toEqual(['image/png', 'private, no-store']);
  });

  it('warn where the portrait no longer looks like the person, or like anybody', async () => {
    const { id, who } = await stage.someone();
    stage.stylizer.face = { who, likeness: 0.3 };
    const unlike = (await stage.painted(id)).badge.likeness!;
    expect(unlike).toMatchObject({ faceFound: true, recognisable: false });
    expect(unlike.similarity).toBeCloseTo(0.3, 3);
    stage.stylizer.face = null;
    expect((await stage.painted(id)).badge.likeness).toEqual({
      faceFound: false,
      similarity: null,
      threshold: 0.5,
      recognisable: false,
    });
  });

  it('blend several styles, each by its weight', async () => {
    const { id } = await stage.someone();
    const { badge } = await stage.painted(id, { blend: [{ styleId: stage.styles[1]!.id, weight: 0.5 }] });
    expect(badge.blend).toEqual([{ styleId: stage.styles[1]!.id, weight: 0.5 }]);
    expect(stage.stylizer.commissions.at(-1)!.styles.map(({ weight }) => weight)).toEqual([1, 0.5]);
  });

  it('by a preset need no steps and no weights', async () => {
    const { id } = await stage.someone();
    stage.stylizer.recipes = [];
    stage.stylizer.presets.push({ key: 'quick', name: 'Quick', file: __filename, width: 64, height: 64 });
    const [preset] = (await stage.admin.get<Page<Style>>('/styles')).items;
    const { badge, job } = await stage.painted(id, { styleId: preset!.id, strength: 0.7 });
    expect([badge.state, badge.styleName, job.state]).toEqual(['ready', 'Quick', 'completed']);
    expect(stage.stylizer.sittings.at(-1)).toMatchObject({
      key: 'quick',
      look: { strength: 0.7, preserveColor: false },
    });
    expect(badge).toMatchObject({ step: 0, settings: { size: 128, preserveColor: false, strength: 0.7 } });
    expect(Object.keys(badge.settings).sort()).toEqual(['preserveColor', 'size', 'strength']);
    await stage.painted(id, { styleId: preset!.id });
    expect(stage.stylizer.sittings.at(-1)!.look.strength).toBe(1);
    const blend = [{ styleId: stage.styles[0]!.id, weight: 1 }];
    stage.stylizer.recipes = portraitRecipe.options;
    const both = stage.wish(id, { styleId: preset!.id, blend });
    await stage.admin.refused(stage.admin.post('/badges', both, 422), 'STYLE_NOT_BLENDABLE');
  });

  it('show how they grow: step, loss and the picture', async () => {
    const { id } = await stage.someone();
    const { opened, open } = gate();
    stage.stylizer.beforeStep = (step) => (step === 2 ? opened : Promise.resolve());
    const { badgeId, jobId } = await stage.ask(id);
    const stream = await EventStream.open(stage.admin, `/jobs/${jobId}/stream`);
    const next = async () => JSON.parse((await stream.next()).data) as Job;
    let job = await next();
    while (!job.previewUrl) job = await next();
    expect(job).toMatchObject({ state: 'active', step: 1, steps: 3, loss: 1 });
    const path = job.previewUrl.replace('/api/v1', '');
    const first = await stage.admin.picture(path);
    expect([first.type, first.cached]).toEqual(['image/png', 'private, no-store']);
    expect(await stage.admin.get(`/badges/${badgeId}`)).toMatchObject({
      state: 'active',
      previewUrl: job.previewUrl,
    });
    await stage.admin.refused(stage.admin.get(`/badges/${badgeId}/portrait.png`, 404), 'PICTURE_NOT_FOUND');
    await stage.admin.picture(path);
    const watched = await stage.admin.get<Page<AuditEntry>>('/audit?action=badge.preview.view');
    open();
    expect(watched.items.filter(({ subject }) => subject === `badge:${badgeId}`)).toMatchObject([
      { details: { person: id } },
    ]);
    while (job.state !== 'completed') job = await next();
    await stage.admin.refused(stage.admin.get(path, 404), 'PICTURE_NOT_FOUND');
    expect((await stage.admin.picture(`/badges/${badgeId}/portrait.png`)).bytes).not.toEqual(first.bytes);
  });

  it('are done before all steps where nothing more is to be gained, and say after how many', async () => {
    const { id } = await stage.someone();
    stage.stylizer.converges = 2;
    const { badge, job } = await stage.painted(id, { steps: 1000 });
    expect(job).toMatchObject({ state: 'completed', step: 2, steps: 1000 });
    expect(badge).toMatchObject({ step: 2, complete: true });
    expect(badge.losses.at(-1)).toEqual([2, 1 / 2, 128]);
  });

  it('come with a small picture for lists, and the name of whose they are', async () => {
    const { id, name } = await stage.someone({ name: 'Tiny Tile' });
    const { badge } = await stage.painted(id, { size: 512 });
    expect(badge.personName).toBe(name);
    const path = badge.thumbnailUrl!.replace('/api/v1', '');
    expect(await stage.admin.picture(path)).toMatchObject({
      type: 'image/png',
      cached: 'private, max-age=3600',
    });
    expect((await stage.pixels(path)).width).toBe(320);
    const { items } = await stage.admin.get<Page<AuditEntry>>('/audit?action=badge.portrait.view');
    expect(items.map(({ subject }) => subject)).not.toContain(`badge:${badge.id}`);
  });

  it('wait for each other: one is painted at a time, in the order in which they were asked for', async () => {
    const { id } = await stage.someone();
    stage.stylizer.mostAtOnce = 0;
    stage.stylizer.beforeStep = async () => void (await sleep(20));
    const asked = [await stage.ask(id), await stage.ask(id), await stage.ask(id)];
    const jobs = await Promise.all(asked.map(({ jobId }) => finishedJob(stage.admin, jobId)));
    expect(jobs.map(({ state }) => state)).toEqual(['completed', 'completed', 'completed']);
    expect(stage.stylizer.mostAtOnce).toBe(1);
    expect(jobs.map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  });

  it('are listed newest first, for one person or all', async () => {
    const [one, other] = [await stage.someone(), await stage.someone()];
    const first = (await stage.painted(one.id)).badge;
    const second = (await stage.painted(one.id)).badge;
    await stage.painted(other.id);
    const page = await stage.admin.get<Page<Badge>>(`/badges?personId=${one.id}`);
    expect(page).toEqual({ items: [second, first], nextCursor: null });
    const paged = await stage.admin.get<Page<Badge>>(`/badges?personId=${one.id}&limit=1`);
    expect(paged.items).toEqual([second]);
    const rest = await stage.admin.get<Page<Badge>>(`/badges?personId=${one.id}&cursor=${paged.nextCursor}`);
    expect(rest.items).toEqual([first]);
    expect((await stage.admin.get<Page<Badge>>('/badges?limit=500')).items.length).toBeGreaterThan(2);
  });

  it('are deleted with their pictures; one that is being painted stops', async () => {
    const { id } = await stage.someone();
    const { badge } = await stage.painted(id);
    const before = stage.rollcall.sealedFiles().length;
    await stage.admin.delete(`/badges/${badge.id}`, 204);
    expect(stage.rollcall.sealedFiles()).toHaveLength(before - 1);
    await stage.admin.refused(stage.admin.get(`/badges/${badge.id}`, 404), 'BADGE_NOT_FOUND');
    await stage.admin.refused(stage.admin.delete(`/badges/${badge.id}`, 404), 'BADGE_NOT_FOUND');

    const { opened, open } = gate();
    stage.stylizer.beforeStep = (step) => (step === 2 ? opened : Promise.resolve());
    const growing = await stage.growing(id);
    await stage.admin.delete(`/badges/${growing.badgeId}`, 204);
    open();
    expect(['cancelled', 'failed']).toContain((await finishedJob(stage.admin, growing.jobId)).state);
    expect(stage.rollcall.sealedFiles()).toHaveLength(before - 1);
  });

  it('leave their traces in the audit log', async () => {
    const { id } = await stage.someone();
    const { badge } = await stage.painted(id);
    await stage.admin.picture(`/badges/${badge.id}/portrait.png`);
    await stage.admin.delete(`/badges/${badge.id}`, 204);
    for (const action of ['badge.create', 'badge.finish', 'badge.portrait.view', 'badge.delete']) {
      const { items } = await stage.admin.get<Page<AuditEntry>>(`/audit?action=${action}`);
      expect(items[0]).toMatchObject({ subject: `badge:${badge.id}`, details: { person: id } });
    }
  });

  it('are for those who may see faces; an auditor sees that there are some', async () => {
    const { id } = await stage.someone();
    const { badge } = await stage.painted(id);
    const [enroller, auditor, hr] = [
      await stage.rollcall.script('enroller'),
      await stage.rollcall.script('auditor'),
      await stage.rollcall.script('hr'),
    ];
    await enroller.picture(`/badges/${badge.id}/portrait.png`);
    expect((await enroller.get<Job>(`/jobs/${badge.jobId}`)).kind).toBe('badges.render');
    expect(await auditor.get(`/badges/${badge.id}`)).toEqual(badge);
    await auditor.refused(auditor.get(`/badges/${badge.id}/portrait.png`, 403), 'FORBIDDEN');
    await hr.refused(hr.get('/badges', 403), 'FORBIDDEN');
  });
});
