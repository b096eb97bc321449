import type { Face, Page } from '@rollcall/contracts';
import { aConsentingPerson } from './support/builders.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

describe('the same photo once more: its faces', () => {
  let rollcall: Rollcall;
  let who = 0;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  const enroll = async (id: string, photo: Buffer) =>
    (await rollcall.admin()).upload<Face>(`/people/${id}/faces`, [['photo', photo]], 201);
  const someone = async () => aConsentingPerson(await rollcall.admin());

  it('are there once of one photo, however often it is sent', async () => {
    const { id } = await someone();
    const photo = aPhoto({ who: who++ });
    const [first, second] = await Promise.all([enroll(id, photo), enroll(id, photo)]);
    expect(await enroll(id, photo)).toEqual(first);
    expect(second).toEqual(first);
    const admin = await rollcall.admin();
    expect((await admin.get<Page<Face>>(`/people/${id}/faces`)).items).toEqual([first]);
  });

  it('are enrolled again from the same photo where another model knew it', async () => {
    const { id } = await someone();
    const photo = aPhoto({ who: who++ });
    const old = await enroll(id, photo);
    await rollcall.sql('UPDATE face_templates SET model_id = $2 WHERE face_id = $1', [old.id, 'other@1']);
    const anew = await enroll(id, photo);
    expect(anew.id).not.toBe(old.id);
    expect(await enroll(id, photo)).toEqual(anew);
    const templates = await rollcall.sql('SELECT face_id FROM face_templates WHERE face_id = $1', [anew.id]);
    expect(templates).toHaveLength(1);
  });
});
