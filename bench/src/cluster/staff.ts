import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceWithKey } from '@rollcall/contracts';
import { enrol } from '../enrolment.js';
import { kioskFrame } from '../frame.js';
import { variantOf } from '../photo-variants.js';
import { labelledPhotos, type Photo } from '../photos.js';
import type { Cluster } from './cluster.js';
import { Kiosk } from './kiosk.js';

const ENROLLED = 20;
const NEWCOMERS = 5;

/** Somebody of whom there is a frame as a kiosk sees it. */
export interface Colleague {
  readonly name: string;
  readonly portrait: string;
  readonly frame: Buffer;
}

export interface ImportSize {
  readonly people: number;
  readonly photosEach: number;
}

/** A list of people and a folder with their photos, for one import. */
export interface ImportMaterial {
  readonly csv: string;
  readonly photos: string;
  readonly employeeNos: readonly string[];
}

/** The people of a measurement: some are enrolled, some join in the middle, the others are imported. */
export class Staff {
  private readonly photos = labelledPhotos().filter(({ kind }) => kind === 'frontal');
  private readonly portraits = this.photos.filter(({ path }) => path.endsWith('frontal_02.jpg'));
  private imported = 0;

  /** Those who pass the kiosks. */
  colleagues(): Promise<Colleague[]> {
    return seenByKiosk(this.portraits.slice(0, ENROLLED));
  }

  /** Those who join while the cluster runs. */
  newcomers(): Promise<Colleague[]> {
    return seenByKiosk(this.portraits.slice(ENROLLED, ENROLLED + NEWCOMERS));
  }

  /** The next so many of the others, with variants of their photos; nobody is in two lists. */
  async importList(folder: string, { people, photosEach }: ImportSize): Promise<ImportMaterial> {
    const known = new Set(this.portraits.slice(0, ENROLLED + NEWCOMERS).map(({ person }) => person));
    const others = [...new Set(this.photos.map(({ person }) => person))].filter((name) => !known.has(name));
    const chosen = others.slice(this.imported, (this.imported += people));
    if (chosen.length < people) throw new Error('There are too few labelled people for so many imports.');
    await mkdir(folder, { recursive: true });
    for (const [i, name] of chosen.entries()) {
      const own = this.photos.filter(({ person }) => person === name);
      for (let n = 0; n < photosEach; n++) {
        const variant = await variantOf(own[n % own.length]!.path, i * photosEach + n);
        await writeFile(join(folder, `${name}_${n + 1}.jpg`), variant);
      }
    }
    const lines = chosen.map((name) => `${name},${name},bench,2026-01-01`);
    const csv = join(folder, 'people.csv');
    await writeFile(csv, ['employeeNo,name,consentVersion,consentGivenAt', ...lines].join('\n'));
    return { csv, photos: folder, employeeNos: chosen };
  }
}

export async function enrolAll(cluster: Cluster, colleagues: readonly Colleague[]): Promise<void> {
  for (const { name, portrait } of colleagues) await enrol(cluster.admin(), name, portrait);
}

/** A kiosk for people who come; it sends through the proxy unless another address is given. */
export async function aKiosk(cluster: Cluster, url = () => cluster.url): Promise<Kiosk> {
  const device = { name: 'Bench', direction: 'in' };
  return new Kiosk(await cluster.admin().json<DeviceWithKey>('POST', '/devices', device), url);
}

const seenByKiosk = (portraits: readonly Photo[]): Promise<Colleague[]> =>
  Promise.all(
    portraits.map(async ({ person, path }) => ({
      name: person,
      portrait: path,
      frame: await kioskFrame(path),
    })),
  );
