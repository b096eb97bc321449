import { setTimeout as sleep } from 'node:timers/promises';
import type { RecognitionSettings } from '@rollcall/contracts';
import { enrol } from '../enrolment.js';
import type { Cluster } from './cluster.js';
import type { Acknowledged, Kiosk } from './kiosk.js';
import { LiveFeed } from './live-feed.js';
import type { Colleague } from './staff.js';

const PATIENCE_MS = 5_000;
const STRICT = 1;

/** What happens on the first server, as the second knows of it. */
export interface Together {
  /** Milliseconds from a kiosk's answer by the first server to the event in the live feed of the second. */
  readonly feedMs: { readonly check_ins: number; readonly missing: number; readonly longest: number };
  /** Milliseconds until a threshold set on the first server decides check-ins on the second. */
  readonly settingsMs: { readonly changes: number; readonly longest: number };
  /** People enrolled on the first server, and how many the second recognised on their next frame. */
  readonly enrolled: { readonly people: number; readonly recognisedAtOnce: number };
}

/** The kiosks of a check send to one server alone, past the proxy. */
export interface Sides {
  readonly first: Kiosk;
  readonly second: Kiosk;
}

export async function together(
  cluster: Cluster,
  { first, second }: Sides,
  colleagues: readonly Colleague[],
  newcomers: readonly Colleague[],
): Promise<{ measured: Together; acknowledged: readonly Acknowledged[] }> {
  const all: Acknowledged[] = [];
  const show = async (kiosk: Kiosk, { frame }: Colleague) => {
    const shown = await kiosk.show(frame);
    all.push(shown);
    return shown;
  };
  const feedMs = await feed(cluster, () => colleagues.map((each) => () => show(first, each)));
  const settingsMs = await settings(cluster, () => show(second, colleagues[0]!));
  const recognised: boolean[] = [];
  for (const newcomer of newcomers) {
    const id = await enrol(cluster.admin(cluster.servers[0]!.url), newcomer.name, newcomer.portrait);
    recognised.push((await show(second, newcomer)).answer.person?.id === id);
  }
  const enrolled = { people: newcomers.length, recognisedAtOnce: recognised.filter(Boolean).length };
  return { measured: { feedMs, settingsMs, enrolled }, acknowledged: all };
}

async function feed(cluster: Cluster, shows: () => (() => Promise<Acknowledged>)[]) {
  const watched = await LiveFeed.open(cluster.servers[1]!.url, cluster.adminHeaders);
  const shown: Acknowledged[] = [];
  for (const show of shows()) shown.push(await show());
  await sleep(500);
  await watched.close();
  const delays = shown.map(({ answer, answeredAt }) => (watched.seen.get(answer.id) ?? NaN) - answeredAt);
  const seen = delays.filter((delay) => !Number.isNaN(delay));
  return { check_ins: shown.length, missing: shown.length - seen.length, longest: Math.max(...seen) };
}

/** There and back a few times; nobody is recognised while the bar is at 1. */
async function settings(cluster: Cluster, show: () => Promise<Acknowledged>) {
  const admin = cluster.admin(cluster.servers[0]!.url);
  const { threshold, automatic } = await admin.get<RecognitionSettings>('/recognition/settings');
  const times: number[] = [];
  for (const strict of [true, false, true, false]) {
    const wanted = strict ? STRICT : automatic ? null : threshold;
    await admin.json('PUT', '/recognition/settings', { threshold: wanted });
    const changed = performance.now();
    while (((await show()).answer.decision === 'matched') === strict) {
      if (performance.now() - changed > PATIENCE_MS)
        throw new Error('The other server ignores the settings.');
    }
    times.push(performance.now() - changed);
  }
  return { changes: times.length, longest: Math.max(...times) };
}
