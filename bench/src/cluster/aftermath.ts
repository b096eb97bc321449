import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditVerification, GalleryStatus } from '@rollcall/contracts';
import pg from 'pg';
import type { Cluster } from './cluster.js';

/** Longer than a server's memory may be behind. */
const FOLLOWED_MS = 5_000;

/** How the cluster is once everything is over. */
export interface Aftermath {
  readonly auditIntact: boolean;
  readonly templates: number;
  /** Enrolled faces that nobody would be recognised by. */
  readonly facesWithoutTemplate: number;
  /** Templates that each server has in memory, and what it says is wrong. */
  readonly galleries: readonly {
    readonly server: string;
    readonly templates: number;
    readonly faults: readonly string[];
  }[];
  readonly processes: readonly { readonly name: string; readonly residentMiB: number }[];
}

export async function aftermath(cluster: Cluster): Promise<Aftermath> {
  await sleep(FOLLOWED_MS);
  const { servers, workers } = cluster;
  const { intact } = await cluster.admin().get<AuditVerification>('/audit/verify');
  const statuses = await Promise.all(
    servers.map(({ url }) => cluster.admin(url).get<GalleryStatus>('/gallery')),
  );
  const processes = [...servers, ...workers].map(async ({ name, pid }) => ({
    name,
    residentMiB: await residentMiB(pid),
  }));
  return {
    auditIntact: intact,
    templates: statuses[0]!.templates,
    facesWithoutTemplate: await facesWithoutTemplate(cluster.services.databaseUrl),
    galleries: statuses.map(({ memory, faults }, i) => ({
      server: servers[i]!.name,
      templates: memory.templates,
      faults,
    })),
    processes: await Promise.all(processes),
  };
}

async function facesWithoutTemplate(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM faces f WHERE NOT EXISTS (
         SELECT FROM face_templates t WHERE t.face_id = f.id AND t.key_id = (SELECT key_id FROM gallery_state))`,
    );
    return rows[0]!.n;
  } finally {
    await client.end();
  }
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1]) / 1024);
}
