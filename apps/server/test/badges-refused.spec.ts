import type { Badge, Page, Style } from '@rollcall/contracts';
import { PortraitWishes } from '../src/badges/portrait-wishes.js';
import { BadgeStage } from './support/badge-stage.js';
import { aConsentingPerson, NOBODY, aPerson } from './support/builders.js';
import { finishedJob } from './support/finished-job.js';
import { gate } from './support/job-stage.js';

describe('wishes for badges', () => {
  let stage: BadgeStage;
  beforeAll(async () => (stage = await BadgeStage.open()));
  afterAll(() => stage.close());
  beforeEach(() => stage.reset());

  describe('are refused', () => {
    const refused = (body: object, status: number, code: string) =>
      stage.admin.refused(stage.admin.post('/badges', body, status), code);

    it('for nobody, of no photo, in no style', async () => {
      const { id } = await stage.someone();
      const other = await stage.someone();
      const [theirs] = (await stage.admin.get<Page<{ id: string }>>(`/people/${other.id}/faces`)).items;
      await refused(stage.wish(NOBODY), 404, 'PERSON_NOT_FOUND');
      await refused(stage.wish(id, { styleId: NOBODY }), 404, 'STYLE_NOT_FOUND');
      await refused(stage.wish(id, { blend: [{ styleId: NOBODY, weight: 1 }] }), 404, 'STYLE_NOT_FOUND');
      await refused(stage.wish(id, { faceId: NOBODY }), 404, 'FACE_NOT_FOUND');
      await refused(stage.wish(id, { faceId: theirs!.id }), 404, 'FACE_NOT_FOUND');
    });

    it('without consent, without a photo, without weights', async () => {
      const without = await stage.admin.post<{ id: string }>('/people', aPerson(), 201);
      await refused(stage.wish(without.id), 409, 'CONSENT_REQUIRED');
      await refused(stage.wish((await aConsentingPerson(stage.admin)).id), 409, 'PHOTO_REQUIRED');
      stage.stylizer.recipes = [];
      await refused(stage.wish((await stage.someone()).id), 409, 'STYLE_WEIGHTS_MISSING');
    });

    it('by a recipe whose layers the weights lack; presets need none', async () => {
      const { id } = await stage.someone();
      stage.stylizer.recipes = ['portrait'];
      const { items } = await stage.admin.get<Page<Style>>('/styles');
      expect(items.find(({ kind }) => kind === 'built-in')).toMatchObject({
        usable: true,
        recipes: ['portrait'],
      });
      await refused(stage.wish(id, { recipe: 'gatys-keras' }), 409, 'STYLE_LAYERS_MISSING');
      stage.stylizer.presets.push({ key: 'quick', name: 'Quick', file: __filename, width: 64, height: 64 });
      const [preset] = (await stage.admin.get<Page<Style>>('/styles')).items;
      await stage.ask(id, { styleId: preset!.id, recipe: 'gatys-keras' });
    });

    it('where a style is named twice, or nothing would be painted', async () => {
      const { id } = await stage.someone();
      const [first, second] = stage.styles;
      const parts = (...ids: string[]) => ids.map((styleId) => ({ styleId, weight: 1 }));
      for (const more of [
        { blend: parts(first!.id) },
        { blend: parts(second!.id, second!.id) },
        { strength: 0 },
        { styleWeight: 0 },
        { styleWeight: 0, contentWeight: 0 },
      ])
        await refused(stage.wish(id, more), 400, 'VALIDATION_FAILED');
      const twice = await refused(stage.wish(id, { blend: parts(first!.id) }), 400, 'VALIDATION_FAILED');
      expect(twice.detail).toMatch(/is part of the mixture already\.$/);
      expect(twice.detail).not.toMatch(/\.\.$/);
    });

    it.each(['null', '5', '"me"', '[]'])('where they are no object but %s', async (body) => {
      const answer = await stage.admin.answer('POST', '/badges', body, {
        'Content-Type': 'application/json',
      });
      expect(JSON.parse(answer.text)).toMatchObject({
        status: 400,
        code: 'VALIDATION_FAILED',
        detail: 'The request does not fit: body: must be an object.',
      });
      expect(answer.text).not.toContain('not valid JSON');
    });

    it('where painting would take more memory than it may; presets take none', async () => {
      const { id } = await stage.someone();
      await refused(stage.wish(id, { size: 1024, recipe: 'gatys-torch', steps: 400 }), 409, 'STUDIO_MEMORY');
      stage.stylizer.presets.push({ key: 'quick', name: 'Quick', file: __filename, width: 64, height: 64 });
      const [preset] = (await stage.admin.get<Page<Style>>('/styles')).items;
      await stage.ask(id, { styleId: preset!.id, size: 1024, recipe: 'gatys-torch', steps: 400 });
    });

    it('of a photo that goes at this moment', async () => {
      const { id } = await stage.someone();
      const wishes = stage.rollcall.app.get(PortraitWishes);
      const hold = wishes.hold.bind(wishes);
      const held = jest.spyOn(wishes, 'hold').mockImplementationOnce(async (manager, ...whom) => {
        await manager.query('DELETE FROM faces WHERE person_id = $1', [id]);
        return hold(manager, ...whom);
      });
      await refused(stage.wish(id), 404, 'FACE_NOT_FOUND');
      held.mockRestore();
    });

    it.each([
      ['a size beyond 1024', { size: 1025 }],
      ['a size that is no number', { size: '512' }],
      ['no steps', { steps: 0 }],
      ['too many steps', { steps: 2001 }],
      ['a negative weight', { styleWeight: -1 }],
      ['an infinite weight', { contentWeight: 1e300 }],
      ['another optimizer', { optimizer: 'sgd' }],
      ['four more styles', { blend: [1, 2, 3, 4].map(() => ({ styleId: NOBODY, weight: 1 })) }],
      ['a blend without weight', { blend: [{ styleId: NOBODY, weight: 0 }] }],
      ['an odd person', { personId: 'me' }],
      ['a truth that is text', { protectFace: 'yes' }],
      ['a seed between numbers', { seed: 0.5 }],
    ])('with %s', async (_, more) => {
      await refused(stage.wish(NOBODY, more), 400, 'VALIDATION_FAILED');
    });

    it('fails where the photo went meanwhile', async () => {
      const { id } = await stage.someone();
      const { opened, open } = gate();
      stage.stylizer.beforeStep = () => opened;
      const first = await stage.ask(id);
      const second = await stage.ask(id);
      const [face] = (await stage.admin.get<Page<{ id: string }>>(`/people/${id}/faces`)).items;
      await stage.admin.delete(`/people/${id}/faces/${face!.id}`, 204);
      open();
      await finishedJob(stage.admin, first.jobId);
      expect(await finishedJob(stage.admin, second.jobId)).toMatchObject({
        state: 'failed',
        error: { code: 'PHOTO_REMOVED' },
      });
      const badge = await stage.admin.get<Badge>(`/badges/${second.badgeId}`);
      expect(badge).toMatchObject({ state: 'failed', faceId: null, error: { code: 'PHOTO_REMOVED' } });
    });
  });
});
