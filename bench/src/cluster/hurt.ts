import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Blow } from './blows.js';
import type { Cluster } from './cluster.js';
import { Crowd } from './crowd.js';
import { ImportWatch, type Imported } from './import-watch.js';
import type { Acknowledged, Kiosk } from './kiosk.js';
import { LiveFeed } from './live-feed.js';
import { coresOfOthers } from './others.js';
import { latencyOf, longestGapMs, longestWaitMs, tally, type Latency } from './spans.js';
import type { ImportMaterial, Staff } from './staff.js';

const PAUSE_MS = 300;
const FEED_MS = 2_000;
const READY_WITHIN_MS = 60_000;

export interface Hurt {
  readonly blow: string;
  /** Cores that others took just before. */
  readonly coresOfOthers: number;
  readonly answered: number;
  /** Tries of kiosks that came to nothing, and frames that needed more than one. */
  readonly faults: Record<string, number>;
  readonly repeatedFrames: number;
  readonly latencyMs: Latency;
  readonly longestWaitMs: number;
  /** In which no kiosk at all was answered. */
  readonly longestGapMs: number;
  /** From the blow until what was hurt was started again, and until every process was ready after that. */
  readonly awayMs: number;
  readonly readyAfterMs: number;
  readonly feeds: readonly {
    readonly server: string;
    readonly missing: number;
    readonly repeats: number;
    readonly interruptions: number;
  }[];
  readonly imported: readonly Imported[];
}

export interface Scene {
  readonly cluster: Cluster;
  readonly staff: Staff;
  readonly kiosks: readonly Kiosk[];
  readonly frames: readonly Uint8Array[];
  readonly folder: string;
  readonly seconds: number;
}

/** Strikes in the middle of a load, and tells what everybody noticed. */
export async function hurt(
  { cluster, staff, kiosks, frames, folder, seconds }: Scene,
  blow: Blow,
): Promise<{ measured: Hurt; acknowledged: readonly Acknowledged[] }> {
  const materials: ImportMaterial[] = [];
  for (const [i, size] of blow.imports.entries()) {
    materials.push(await staff.importList(join(folder, `${blow.name} ${i + 1}`), size));
  }
  const watches: ImportWatch[] = [];
  const begin = () => {
    const watch = new ImportWatch(cluster, materials[watches.length]!);
    watches.push(watch);
    return watch;
  };
  const others = await coresOfOthers();
  const feeds = await Promise.all(cluster.servers.map(({ url }) => LiveFeed.open(url, cluster.adminHeaders)));
  const crowd = Crowd.gather(kiosks, frames, PAUSE_MS);
  await sleep((seconds * 1000) / 3);

  let struck = NaN;
  await blow.strike(cluster, { begin, hit: () => (struck = performance.now()) });
  const awayMs = performance.now() - struck;
  const readyAfterMs = await untilReady(cluster);
  await sleep((seconds * 1000) / 3);

  const imported = await Promise.all(watches.map((watch) => watch.end()));
  const acknowledged = await crowd.leave();
  await sleep(FEED_MS);
  await Promise.all(feeds.map((feed) => feed.close()));
  return {
    acknowledged,
    measured: {
      blow: blow.name,
      coresOfOthers: others,
      answered: acknowledged.length,
      faults: tally(acknowledged.flatMap(({ faults }) => faults)),
      repeatedFrames: acknowledged.filter(({ faults }) => faults.length > 0).length,
      latencyMs: latencyOf(acknowledged),
      longestWaitMs: longestWaitMs(acknowledged),
      longestGapMs: longestGapMs(acknowledged),
      awayMs,
      readyAfterMs,
      feeds: feeds.map((feed, i) => toldBy(cluster.servers[i]!.name, feed, acknowledged)),
      imported,
    },
  };
}

function toldBy(
  server: string,
  feed: LiveFeed,
  acknowledged: readonly Acknowledged[],
): Hurt['feeds'][number] {
  const { repeats, interruptions } = feed;
  const events = acknowledged.filter(({ answer }) => answer.decision !== 'duplicate');
  return {
    server,
    missing: events.filter(({ answer }) => !feed.seen.has(answer.id)).length,
    repeats,
    interruptions,
  };
}

/** Milliseconds until every server and worker says that all it needs answers. */
async function untilReady({ servers, workers }: Cluster): Promise<number> {
  const asked = performance.now();
  for (const member of [...servers, ...workers]) {
    while (!(await member.isReady())) {
      if (performance.now() - asked > READY_WITHIN_MS)
        throw new Error(`${member.name} did not become ready again.`);
      await sleep(100);
    }
  }
  return performance.now() - asked;
}
