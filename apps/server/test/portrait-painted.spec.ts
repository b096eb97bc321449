import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Badge, BadgeAccepted, Page, Style } from '@rollcall/contracts';
import { cutPortrait, decodeImage, encodeJpeg, resizeImage, type RgbImage } from '@rollcall/vision';
import { Config } from '../src/platform/config/config.js';
import { InstalledPacks } from '../src/vision/installed-packs.js';
import { InstalledStylizer } from '../src/vision/installed-stylizer.js';
import { aConsentingPerson, aDevice } from './support/builders.js';
import type { Client } from './support/client.js';
import { finishedJob } from './support/finished-job.js';
import { Rollcall } from './support/rollcall.js';

const modelsDir = process.env['MODELS_DIR'];
/** Real weights and a real photo, where MODELS_DIR names a folder that has them. */
const withModels = modelsDir ? describe : describe.skip;

withModels('a portrait that is really painted', () => {
  let rollcall: Rollcall<Awaited<ReturnType<InstalledPacks['open']>>>;
  let admin: Client;
  let stylizer: InstalledStylizer;
  const photo = () => readFileSync(join(modelsDir!, '../photos/people/Barack_Obama/frontal_01.jpg'));
  beforeAll(async () => {
    const config = Config.from({ MODELS_DIR: modelsDir, INFERENCE_WORKERS: '1' });
    stylizer = await InstalledStylizer.open(config);
    const engine = await new InstalledPacks(config).open('arcface-mbf');
    rollcall = await Rollcall.startWith(engine, {}, { stylizer });
    admin = await rollcall.admin();
  });
  afterAll(async () => {
    await rollcall.stop();
    await stylizer.close();
  });

  it('shows its person, and passes for nobody: the file, saved again, smaller and cropped', async () => {
    const person = await aConsentingPerson(admin);
    await admin.upload(`/people/${person.id}/faces`, [['photo', photo()]], 201);
    const style = (await admin.get<Page<Style>>('/styles')).items.find(({ key }) => key === 'ink-wash')!;
    expect(style.usable).toBe(true);
    const wish = { personId: person.id, styleId: style.id, size: 256, steps: 12 };
    const { badgeId, jobId } = await admin.post<BadgeAccepted>('/badges', wish, 202);
    expect(await finishedJob(admin, jobId, 120_000)).toMatchObject({ state: 'completed', steps: 12 });
    const badge = await admin.get<Badge>(`/badges/${badgeId}`);
    expect(badge.losses.at(-1)![1]).toBeLessThan(badge.losses[0]![1]);
    expect(badge.likeness).toMatchObject({ faceFound: true, recognisable: true });

    const portrait = (await admin.picture(`/badges/${badgeId}/portrait.png`)).bytes;
    const image = await decodeImage(portrait);
    expect([image.width, image.height]).toEqual([256, 256]);
    const device = await aDevice(admin);
    const kiosk = rollcall.kiosk(device.deviceKey);
    for (const copy of [portrait, ...(await copies(image))]) {
      const headers = { 'Content-Type': copy[0] === 0xff ? 'image/jpeg' : 'image/png' };
      expect(await kiosk.frame(copy, 201, headers)).toMatchObject({ decision: 'spoof', person: null });
      const refused = admin.upload(`/people/${person.id}/faces`, [['photo', copy]], 422);
      await admin.refused(refused, 'SPOOF_SUSPECTED');
    }
    expect(await kiosk.frame(photo(), 201)).toMatchObject({ decision: 'matched', person: { id: person.id } });
  });
});

async function copies(image: RgbImage): Promise<Buffer[]> {
  const box = { x: 16, y: 12, width: 220, height: 224 };
  const landmarks = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [2, 2],
  ] as const;
  const cropped = await cutPortrait(await encodeJpeg(image, 95), { box, landmarks }, 240);
  const made = [
    encodeJpeg(image, 40),
    encodeJpeg(await resizeImage(image, 180, 180), 80),
    encodeJpeg(cropped.image, 85),
  ];
  return (await Promise.all(made)).map((bytes) => Buffer.from(bytes));
}
