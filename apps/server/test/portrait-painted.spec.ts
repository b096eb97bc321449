import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Badge, BadgeAccepted, CheckInAnswer, Page, Style } from '@rollcall/contracts';
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

  const aSitter = async () => {
    const person = await aConsentingPerson(admin);
    await admin.upload(`/people/${person.id}/faces`, [['photo', photo()]], 201);
    return person;
  };
  const painted = async (personId: string, key: string, wish: object) => {
    const style = (await admin.get<Page<Style>>('/styles')).items.find((each) => each.key === key)!;
    expect(style.usable).toBe(true);
    const ordered = { personId, styleId: style.id, ...wish };
    const { badgeId, jobId } = await admin.post<BadgeAccepted>('/badges', ordered, 202);
    expect(await finishedJob(admin, jobId, 120_000)).toMatchObject({ state: 'completed' });
    const badge = await admin.get<Badge>(`/badges/${badgeId}`);
    expect(badge.likeness).toMatchObject({ faceFound: true, recognisable: true });
    return { badge, portrait: (await admin.picture(`/badges/${badgeId}/portrait.png`)).bytes };
  };
  /** Which of these pass for a face, at a kiosk or at enrolment. */
  const passing = async (personId: string, copies: readonly Copy[]) => {
    const { deviceKey } = await aDevice(admin);
    const kiosk = rollcall.kiosk(deviceKey);
    const passed: string[] = [];
    for (const [name, copy] of copies) {
      const headers = { 'Content-Type': copy[0] === 0xff ? 'image/jpeg' : 'image/png' };
      const { decision } = await kiosk.frame<CheckInAnswer>(copy, 201, headers);
      if (decision !== 'spoof') passed.push(`${name}: ${decision}`);
      const refused = admin.upload(`/people/${personId}/faces`, [['photo', copy]], 422);
      await refused.catch(() => passed.push(`${name}: enrolled`));
    }
    expect(await kiosk.frame(photo(), 201)).toMatchObject({ decision: 'matched', person: { id: personId } });
    return passed;
  };

  it('in a dozen steps comes nearer to the style, shows its person, and passes for nobody', async () => {
    const { id } = await aSitter();
    const { badge, portrait } = await painted(id, 'ink-wash', { size: 256, steps: 12 });
    expect(badge.losses.at(-1)![1]).toBeLessThan(badge.losses[0]![1]);
    const { width, height } = await decodeImage(portrait);
    expect([width, height]).toEqual([256, 256]);
    expect(await passing(id, [['the file', portrait]])).toEqual([]);
    await admin.delete(`/people/${id}`, 200);
  }, 240_000);

  it('by a preset passes for nobody, copied as people copy pictures', async () => {
    const { id } = await aSitter();
    const { badge, portrait } = await painted(id, 'woman-with-a-hat', { size: 512 });
    expect(await passing(id, [...(await copies(portrait)), ...(await cards(badge.id))])).toEqual([]);
  }, 240_000);

  /** Of either layout and of another design than when it was painted, and again without colours. */
  async function cards(badgeId: string): Promise<Copy[]> {
    const printed: Copy[] = [];
    for (const layout of ['portrait', 'landscape']) {
      const design = { accent: '#8a1f3d', background: '#f5efdf', companyName: 'ACME', layout };
      await admin.put('/badges/template', design, 200);
      const { bytes } = await admin.picture(`/badges/${badgeId}/card.png`);
      const without = Buffer.from(await encodeJpeg(grey(await decodeImage(bytes)), 90));
      printed.push([`${layout} card`, bytes], [`grey ${layout} card`, without]);
    }
    return printed;
  }
});

type Copy = readonly [name: string, bytes: Buffer];

async function copies(portrait: Buffer): Promise<Copy[]> {
  const image = await decodeImage(portrait);
  const box = { x: 32, y: 24, width: 440, height: 448 };
  const landmarks = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [2, 2],
  ] as const;
  const cropped = await cutPortrait(await encodeJpeg(image, 95), { box, landmarks }, 480);
  const made = {
    grey: encodeJpeg(grey(image), 90),
    mirrored: encodeJpeg(mirrored(image), 90),
    dark: encodeJpeg({ ...image, data: image.data.map((level) => 0.6 * level) }, 90),
    coarse: encodeJpeg(image, 40),
    small: encodeJpeg(await resizeImage(image, 360, 360), 80),
    cropped: encodeJpeg(cropped.image, 85),
    'on paper': encodeJpeg(within(image, 0.1, [255, 255, 255]), 92),
    'on a wall': encodeJpeg(within(image, 0.3, [122, 176, 224]), 85),
    'on a screen': encodeJpeg(within(image, 0.7, [20, 20, 20]), 85),
  };
  const named = Object.entries(made).map(async ([name, bytes]): Promise<Copy> => [
    name,
    Buffer.from(await bytes),
  ]);
  return [['the file', portrait], ...(await Promise.all(named))];
}

/** With a margin on every side: on paper, on a screen, on a wall. */
function within(image: RgbImage, share: number, colour: readonly number[]): RgbImage {
  const margin = Math.round(share * image.width);
  const side = image.width + 2 * margin;
  const data = Uint8Array.from({ length: 3 * side * side }, (_, at) => colour[at % 3]!);
  for (let row = 0; row < image.height; row++) {
    const line = image.data.subarray(3 * row * image.width, 3 * (row + 1) * image.width);
    data.set(line, 3 * ((row + margin) * side + margin));
  }
  return { width: side, height: side, data };
}

const mirrored = (image: RgbImage): RgbImage => ({
  ...image,
  data: image.data.map((_, at) => {
    const [pixel, channel] = [Math.trunc(at / 3), at % 3];
    const [x, row] = [pixel % image.width, pixel - (pixel % image.width)];
    return image.data[3 * (row + image.width - 1 - x) + channel]!;
  }),
});

const grey = (image: RgbImage): RgbImage => ({
  ...image,
  data: image.data.map((_, at) => {
    const [r, g, b] = image.data.subarray(at - (at % 3), at - (at % 3) + 3) as unknown as number[];
    return 0.299 * r! + 0.587 * g! + 0.114 * b!;
  }),
});
