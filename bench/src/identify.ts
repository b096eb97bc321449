import { readFile } from 'node:fs/promises';
import type { CheckInAnswer, DeviceWithKey, Person, RecognitionSettings } from '@rollcall/contracts';
import { Refusal, ratesAt, RollcallClient, type OpenSetRates } from '@rollcall/tools';
import { labelledPhotos, type Photo } from './photos.js';
import { ServerProcess } from './server-process.js';
import { percentile } from './statistics.js';

const ENROLLED = 60;

/** What the product decided, over HTTP, about photos of enrolled people and of strangers. */
export interface IdentifyResult {
  readonly pack: string;
  readonly threshold: number;
  readonly enrolled: number;
  readonly enrolmentRefusals: Record<string, number>;
  readonly strangers: number;
  readonly groups: (OpenSetRates & GroupCounts)[];
  /** Milliseconds of each stage over all check-ins. */
  readonly stages: Record<string, { p50: number; p95: number }>;
}

interface GroupCounts {
  readonly kind: string;
  readonly probes: number;
  readonly strangerProbes: number;
  readonly decisions: Record<string, number>;
  readonly strangerDecisions: Record<string, number>;
}

interface Probed {
  readonly photo: Photo;
  readonly answer: CheckInAnswer;
  readonly right: boolean;
}

/** Enrols one frontal photo each for 60 people, keeps the others as strangers and checks in all other photos. */
export async function identify(pack: string): Promise<IdentifyResult> {
  const photos = labelledPhotos();
  const people = [...new Set(photos.map(({ person }) => person))].sort();
  const server = await ServerProcess.start(pack);
  try {
    const admin = await server.admin();
    // Photos of the web are no living faces; what liveness says of them is in decision 16.
    await admin.json('PUT', '/recognition/settings', { liveness: { checkIn: false, enrollment: false } });
    await admin.json('PUT', '/recognition/settings', { duplicateWindowSeconds: 0 });
    const { ids, used, refusals } = await enrol(admin, people.slice(0, ENROLLED), photos);
    const kiosk = await aKiosk(admin, server.url);
    const probes: Probed[] = [];
    for (const photo of photos.filter(({ path }) => !used.has(path))) {
      const answer = await kiosk.frame<CheckInAnswer>(await readFile(photo.path));
      probes.push({ photo, answer, right: answer.person?.id === ids.get(photo.person) });
    }
    const settings = await admin.get<RecognitionSettings>('/recognition/settings');
    const stages = stageTimes(probes.map(({ answer }) => answer));
    return {
      pack,
      threshold: settings.threshold,
      enrolled: ids.size,
      enrolmentRefusals: refusals,
      strangers: people.length - ids.size,
      groups: ['frontal', 'profile', 'all'].flatMap((kind) => groupOf(kind, probes, ids, settings.threshold)),
      stages,
    };
  } finally {
    await server.stop();
  }
}

/** The first frontal photo that is accepted becomes the person's only one. */
async function enrol(admin: RollcallClient, people: readonly string[], photos: readonly Photo[]) {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  const refusals: Record<string, number> = {};
  for (const name of people) {
    const { id } = await admin.json<Person>('POST', '/people', { employeeNo: name, name });
    const consent = { documentVersion: 'bench', givenAt: new Date().toISOString() };
    await admin.json('PUT', `/people/${id}/consent`, consent);
    for (const photo of photos.filter(({ person, kind }) => person === name && kind === 'frontal')) {
      const refusal = await enrolPhoto(admin, id, photo);
      if (refusal) refusals[refusal] = (refusals[refusal] ?? 0) + 1;
      else used.add(photo.path);
      if (refusal) continue;
      ids.set(name, id);
      break;
    }
  }
  return { ids, used, refusals };
}

async function enrolPhoto(admin: RollcallClient, id: string, photo: Photo): Promise<string | null> {
  try {
    await admin.picture(`/people/${id}/faces`, 'photo', await readFile(photo.path));
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.problem.code, ...(error.problem.reasons ?? [])].join(' ');
  }
}

async function aKiosk(admin: RollcallClient, url: string): Promise<RollcallClient> {
  const device = { name: 'Bench', direction: 'in', showScores: true };
  const { deviceKey } = await admin.json<DeviceWithKey>('POST', '/devices', device);
  return RollcallClient.asKiosk(url, deviceKey);
}

function groupOf(kind: string, probes: readonly Probed[], ids: Map<string, string>, threshold: number) {
  const ofKind = probes.filter(({ photo }) => kind === 'all' || photo.kind === kind);
  const known = ofKind.filter(({ photo }) => ids.has(photo.person));
  const strangers = ofKind.filter(({ photo }) => !ids.has(photo.person));
  if (known.length === 0 || strangers.length === 0) return [];
  // The product's own decision: whoever was not matched was refused, whatever the score.
  const decided = ({ answer, right }: Probed) => ({
    similarity: answer.decision === 'matched' ? 1 : -1,
    right,
  });
  const rates = ratesAt(known.map(decided), strangers.map(decided), threshold);
  return [
    {
      kind,
      probes: known.length,
      strangerProbes: strangers.length,
      ...rates,
      decisions: tally(known, ({ answer, right }) =>
        answer.decision === 'matched' && !right ? 'matched somebody else' : answer.decision,
      ),
      strangerDecisions: tally(strangers, ({ answer }) => answer.decision),
    },
  ];
}

function tally(probes: readonly Probed[], label: (probe: Probed) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const probe of probes) counts[label(probe)] = (counts[label(probe)] ?? 0) + 1;
  return counts;
}

export function stageTimes(answers: readonly CheckInAnswer[]): Record<string, { p50: number; p95: number }> {
  const stages = Object.keys(answers[0]?.timings ?? {}) as (keyof CheckInAnswer['timings'])[];
  return Object.fromEntries(
    stages.map((stage) => {
      const spent = answers.map(({ timings }) => timings[stage]);
      return [stage, { p50: percentile(spent, 0.5), p95: percentile(spent, 0.95) }];
    }),
  );
}
