import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelPack } from '@rollcall/vision';
import { entriesOf, picturesIn } from '../pictures.js';
import { AXIS, draw, IMPOSTOR } from './charts.js';
import { countWithoutFace } from './embeddings.js';
import {
  bpcerAt,
  equalError,
  errorCurve,
  errorsAt,
  type AttackErrors,
  type AttackScores,
} from './presentation-attacks.js';
import {
  describeUnreadable,
  readPictures,
  type ReadPictures,
  type UnreadablePicture,
} from './read-pictures.js';

export interface LivenessOptions {
  /** Pictures of living people before one's own camera. */
  readonly live: string;
  /** Pictures of attacks before it; sub-folders are kinds of attack. */
  readonly attack: string;
  readonly threshold: number;
  /** Where the curve is written. */
  readonly out: string;
}

export interface LivenessReport {
  readonly pack: string;
  readonly live: number;
  readonly attacks: readonly { readonly kind: string; readonly pictures: number; readonly passing: number }[];
  /** Pictures without a face, which count for nothing. */
  readonly withoutFace: number;
  /** Passed over. */
  readonly unreadable: readonly UnreadablePicture[];
  readonly atThreshold: AttackErrors;
  readonly equal: AttackErrors;
  readonly bpcer10: AttackErrors;
  readonly bpcer20: AttackErrors;
  readonly picture: string;
}

/** What the liveness of a pack is worth before one's own cameras. @throws Error where the pack has none */
export async function measureLiveness(pack: ModelPack, options: LivenessOptions): Promise<LivenessReport> {
  if (pack.manifest.liveness.length === 0)
    throw new Error(
      `The pack ${pack.name} has no liveness networks: install the add-on minifasnet, or name another.`,
    );
  const live = somePictures(options.live);
  const kinds = attacksIn(options.attack);
  const { found: scores, unreadable } = await scoresOf(pack, [
    ...live,
    ...kinds.flatMap(({ pictures }) => pictures),
  ]);
  const known = (paths: readonly string[]) => paths.flatMap((path) => scores.get(path) ?? []);
  const alive = known(live);
  const attacks: AttackScores[] = kinds
    .map(({ kind, pictures }) => ({ kind, scores: known(pictures) }))
    .filter((attack) => attack.scores.length > 0);
  if (alive.length === 0 || attacks.length === 0)
    throw new Error(
      [
        'No face was found on any picture of the living, or on any attack: give pictures of faces.',
        ...describeUnreadable(unreadable),
      ].join('\n'),
    );
  const curve = errorCurve(alive, attacks);
  return {
    pack: pack.name,
    live: alive.length,
    attacks: attacks.map(({ kind, scores: all }) => ({
      kind,
      pictures: all.length,
      passing: all.filter((score) => score >= options.threshold).length,
    })),
    withoutFace: countWithoutFace(scores),
    unreadable,
    atThreshold: errorsAt(alive, attacks, options.threshold),
    equal: equalError(curve),
    bpcer10: bpcerAt(curve, 0.1),
    bpcer20: bpcerAt(curve, 0.05),
    picture: writeCurve(pack, curve, options.out),
  };
}

/** Liveness of the largest face of each picture, looked at as a kiosk does; null where there is none. */
const scoresOf = (pack: ModelPack, paths: readonly string[]): Promise<ReadPictures<number | null>> =>
  readPictures(
    pack,
    paths,
    { what: 'Looking', find: 'nearest', embed: 'none', liveness: 'largest' },
    ({ faces }) => faces[0]?.liveness ?? null,
  );

/** @throws Error where a folder is not there, or holds none */
function somePictures(folder: string): string[] {
  const pictures = picturesIn(folder);
  if (pictures.length === 0) throw new Error(`${folder} holds no pictures: give JPEG, PNG or WebP files.`);
  return pictures;
}

function attacksIn(folder: string): { kind: string; pictures: string[] }[] {
  const folders = entriesOf(folder).filter((entry) => entry.isDirectory());
  if (folders.length === 0) return [{ kind: 'attacks', pictures: somePictures(folder) }];
  return folders.map(({ name }) => ({ kind: name, pictures: somePictures(join(folder, name)) }));
}

function writeCurve(pack: ModelPack, curve: readonly AttackErrors[], out: string): string {
  mkdirSync(out, { recursive: true });
  const path = join(out, `liveness-${pack.name}.svg`);
  const rate = { type: 'value', min: 0, max: 1, ...AXIS } as const;
  const svg = draw(`Liveness, ${pack.title}`, {
    xAxis: { ...rate, name: 'BPCER: living people taken for pictures' },
    yAxis: { ...rate, name: 'APCER: pictures taken for living people', nameGap: 45 },
    series: [
      {
        type: 'line',
        step: 'end',
        showSymbol: false,
        data: curve.map(({ apcer, bpcer }) => [bpcer, apcer]),
        lineStyle: { width: 2.5, color: IMPOSTOR },
      },
    ],
  });
  writeFileSync(path, svg);
  return path;
}

export function describeLiveness(report: LivenessReport): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const both = ({ apcer, bpcer, threshold }: AttackErrors) =>
    `APCER ${percent(apcer)}, BPCER ${percent(bpcer)} (threshold ${threshold.toFixed(3)})`;
  return [
    `${report.pack}: ${report.live} pictures of living people, ${report.withoutFace} pictures without a face`,
    ...report.attacks.map(({ kind, pictures, passing }) => `  ${kind}: ${passing} of ${pictures} pass`),
    `as set       ${both(report.atThreshold)}`,
    `equal error  ${both(report.equal)}`,
    `BPCER10      ${both(report.bpcer10)}`,
    `BPCER20      ${both(report.bpcer20)}`,
    `written      ${report.picture}`,
    'A few pictures of one camera say little about another: take a hundred of each with your own.',
    ...describeUnreadable(report.unreadable),
  ].join('\n');
}
