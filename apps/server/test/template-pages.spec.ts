import { DataSource } from 'typeorm';
import { ServingGallery } from '../src/gallery/serving-gallery.js';
import { allTemplates } from '../src/gallery/template-pages.js';
import { aConsentingPerson } from './support/builders.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto, DIMENSION } from './support/scripted-face-engine.js';

describe('the templates, page by page', () => {
  const photos = [1, 5, 2, 1, 3];
  const expected = new Map<string, number>();
  let rollcall: Rollcall;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    const admin = await rollcall.admin();
    for (const [who, count] of photos.entries()) {
      const { id } = await aConsentingPerson(admin);
      expected.set(id, count);
      for (let i = 0; i < count; i++) {
        const photo = aPhoto({ who, likeness: 0.9 - i / 100 });
        await admin.upload(`/people/${id}/faces`, [['photo', photo]], 201);
      }
    }
  });
  afterAll(() => rollcall.stop());

  it.each([1, 2, 3, 4, 5, 12, 13, 1000])('of %i rows come whole people, each once', async (pageSize) => {
    const { set } = await rollcall.app.get(ServingGallery).view(rollcall.engine.pack.modelId, DIMENSION);
    const found = new Map<string, number>();
    let vectors = 0;
    for await (const batch of allTemplates(rollcall.app.get(DataSource).manager, set, pageSize)) {
      batch.personIds.forEach((id, i) => {
        expect(found.has(id)).toBe(false);
        found.set(id, batch.rows[i]!);
      });
      vectors += batch.vectors.length / DIMENSION;
      expect(batch.active.every(Boolean)).toBe(true);
    }
    expect(found).toEqual(expected);
    expect(vectors).toBe(12);
  });

  it('may be left in the middle, and a page that cannot be read says so to who asks for it', async () => {
    const { set } = await rollcall.app.get(ServingGallery).view(rollcall.engine.pack.modelId, DIMENSION);
    for await (const { personIds } of allTemplates(rollcall.app.get(DataSource).manager, set, 2)) {
      expect(personIds.length).toBeGreaterThan(0);
      break;
    }
    const wrong = { ...set, dimension: DIMENSION + 1 };
    const reading = allTemplates(rollcall.app.get(DataSource).manager, wrong, 2).next();
    await expect(reading).rejects.toThrow('another dimension');
  });
});
