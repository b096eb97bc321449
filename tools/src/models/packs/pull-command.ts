import { cataloguedPack, isPublished, type CataloguedPack } from '../catalogue/catalogued-pack.js';
import { PullError } from '../pull/pull-error.js';
import type { Say } from '../../say.js';
import { isAddOn, SHIPPED, useOf } from './installed.js';
import { packThere, pullPack, type PackOrder, type PlacedPack } from './pull-pack.js';
import { WatchedBytes } from './watched-bytes.js';

/** What is asked of `models pull <pack>`. */
export interface PullWishes extends PackOrder {
  readonly catalogue: readonly CataloguedPack[];
  /** Accepts a licence without being asked. */
  readonly acceptLicence?: boolean;
}

/** `models pull <pack>`. */
export async function pullPackCommand(
  name: string,
  wishes: PullWishes,
  confirm: (question: string) => Promise<boolean>,
  say: Say,
): Promise<void> {
  const pack = requirePack(name, wishes.catalogue);
  const there = wishes.again ? null : await packThere(pack.name, wishes.modelsDir);
  if (there) return say(`${pack.title} is there already: ${there.folder}. --again pulls it anew.`);
  requireSource(pack, wishes.mirror);
  await acceptLicence(pack, wishes, confirm, say);
  const bar = new WatchedBytes();
  const begins = (address: string, bytes: number, had: number) => {
    bar.end();
    say(`Pulling from ${address}${had > 0 ? ', going on where it stopped' : ''}`);
    bar.begins(pack.name, bytes, had);
  };
  try {
    const placed = await pullPack(pack, wishes, {
      begins,
      came: bar.came,
      unpacks: (bytes) => bar.begins(`Unpacking ${pack.name}`, bytes),
    });
    bar.end();
    describePlaced(placed).forEach(say);
  } finally {
    bar.end();
  }
}

function requirePack(name: string, catalogue: readonly CataloguedPack[]): CataloguedPack {
  if (name === SHIPPED) throw new PullError('The pack open comes with Rollcall: there is nothing to pull.');
  const pack = cataloguedPack(name, catalogue);
  if (pack) return pack;
  const known = ['vgg16', ...catalogue.map((one) => one.name)].join(', ');
  throw new PullError(
    `No pack called ${name} is known. Known are ${known}; another one is taken in by "models import <zip or folder>".`,
  );
}

function requireSource(pack: CataloguedPack, mirror: string | undefined): void {
  if (isPublished(pack) || mirror !== undefined) return;
  throw new PullError(
    `Nobody publishes ${pack.name} where it could be pulled from. If you have it, "models import <zip or folder>" takes it in; ` +
      'MODEL_MIRROR may name an address or folder that has it.',
  );
}

async function acceptLicence(
  pack: CataloguedPack,
  { acceptLicence: accepted }: PullWishes,
  confirm: (question: string) => Promise<boolean>,
  say: Say,
): Promise<void> {
  const bytes = pack.downloads.reduce((sum, download) => sum + download.bytes, 0);
  say(`${pack.title}, ${megabytes(bytes)}`);
  say(`  Licence: ${pack.licence} (${useOf(pack)}). Its text: ${pack.licenceAt.join(', ')}`);
  if (pack.commercialUse) return;
  if (accepted) return say('  Accepted by --accept-licence.');
  if (await confirm('  Do you accept this licence, and will you use the pack under its terms only?')) return;
  throw new PullError(
    `The licence of ${pack.name} was not accepted, so nothing was pulled. Read it, and if its terms suit you run the ` +
      'command again with --accept-licence.',
  );
}

/** What to do with a pack that has just been placed. */
export function describePlaced({ folder, manifest, pinned }: PlacedPack): string[] {
  const sums = pinned.map(({ file, sha256 }) => `  ${file}: ${sha256}`);
  return [
    `${manifest.title}: ${folder}`,
    `  ${manifest.licence} (${useOf(manifest)})`,
    ...(sums.length > 0
      ? [
          '  No sha256 of these files is published: they are pinned as they came, and "models verify" compares with that from ' +
            'now on. Compare with another machine:',
          ...sums,
        ]
      : []),
    isAddOn(manifest)
      ? '  It goes with every pack that lacks its networks. Restart servers and workers that are to use it.'
      : `  "models activate ${manifest.name}" changes a running server over to it; where nobody is enrolled yet, set ` +
        `MODEL_PACK=${manifest.name} and start.`,
  ];
}

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
