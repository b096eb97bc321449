import type { CheckInAnswer, DeviceWithKey } from '@rollcall/contracts';
import { RollcallClient } from '@rollcall/tools';
import { enrol } from './enrolment.js';
import { kioskFrame } from './frame.js';
import { stageTimes } from './identify.js';
import { labelledPhotos } from './photos.js';
import { ServerProcess } from './server-process.js';
import { percentile } from './statistics.js';

const WARM_UP = 10;
const PEOPLE = 20;

export interface CheckInResult {
  readonly pack: string;
  readonly requests: number;
  readonly decisions: Record<string, number>;
  /** Milliseconds as the kiosk sees them: request sent to answer read. */
  readonly http: { p50: number; p95: number };
  /** Milliseconds inside onnxruntime, the plain sum of the runs of one check-in. */
  readonly networks: { p50: number; p95: number };
  /** Median of each request's own ratio of the two. */
  readonly ratio: { p50: number; p95: number };
  readonly stages: Record<string, { p50: number; p95: number }>;
}

/** One kiosk after another frame: end-to-end HTTP time of a 1280x720 frame with one face. */
export async function checkIn(pack: string, requests: number): Promise<CheckInResult> {
  const portraits = labelledPhotos()
    .filter(({ kind, path }) => kind === 'frontal' && path.endsWith('frontal_02.jpg'))
    .slice(0, PEOPLE);
  const frames = await Promise.all(portraits.map(({ path }) => kioskFrame(path)));
  const server = await ServerProcess.start(pack);
  try {
    const admin = await server.admin();
    await admin.json('PUT', '/recognition/settings', { duplicateWindowSeconds: 0 });
    for (const { person, path } of portraits) await enrol(admin, person, path);
    const device = { name: 'Bench', direction: 'in', showScores: true };
    const { deviceKey } = await admin.json<DeviceWithKey>('POST', '/devices', device);
    const kiosk = RollcallClient.asKiosk(server.url, deviceKey);
    const send = (i: number) => timed(kiosk, frames[i % frames.length]!);
    for (let i = 0; i < WARM_UP; i++) await send(i);
    const measured = [];
    for (let i = 0; i < requests; i++) measured.push(await send(i));
    return summary(pack, measured);
  } finally {
    await server.stop();
  }
}

interface Timed {
  readonly answer: CheckInAnswer;
  readonly ms: number;
}

async function timed(kiosk: RollcallClient, frame: Buffer): Promise<Timed> {
  const started = performance.now();
  const answer = await kiosk.frame<CheckInAnswer>(frame);
  return { answer, ms: performance.now() - started };
}

function summary(pack: string, measured: readonly Timed[]): CheckInResult {
  const answers = measured.map(({ answer }) => answer);
  const decisions: Record<string, number> = {};
  for (const { decision } of answers) decisions[decision] = (decisions[decision] ?? 0) + 1;
  const both = (values: readonly number[]) => ({
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
  });
  return {
    pack,
    requests: measured.length,
    decisions,
    http: both(measured.map(({ ms }) => ms)),
    networks: both(answers.map(({ timings }) => timings.inference)),
    ratio: both(measured.map(({ ms, answer }) => ms / answer.timings.inference)),
    stages: stageTimes(answers),
  };
}
