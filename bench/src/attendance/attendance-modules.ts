import type { Readable } from 'node:stream';
import type { DataSource, EntityManager } from 'typeorm';
import type { ServerApp } from '../gallery/server-modules.js';

/** The built server, which is what is measured; not its sources. */
const DIST = new URL('../../../apps/server/dist/', import.meta.url);

type Token<T> = abstract new (...args: never[]) => T;
interface Days {
  readonly from: string;
  readonly to: string;
  readonly personId?: string;
}
export type Wish = Days & {
  readonly kind: string;
  readonly lang: string;
  readonly paper: string;
  readonly bom: boolean;
};

/** What of the server is used here, under the names that it has there. */
export interface AttendanceModules {
  readonly Config: { from(env: Record<string, string | undefined>): object };
  readonly Database: { open(config: object): Promise<{ migrate(): Promise<void>; close(): Promise<void> }> };
  readonly DataSource: Token<DataSource>;
  readonly DaysUpkeep: Token<{
    rebuild(from: string, to: string, told: (done: number, all: number) => void): Promise<number>;
    refresh(days: Days): Promise<number>;
  }>;
  readonly PunchesService: Token<{
    timeline(
      manager: EntityManager,
      presence: { personId: string; at: Date },
      windowSeconds: number,
    ): Promise<object>;
    punch(manager: EntityManager, checkInId: string, presence: object, timeline: object): Promise<object>;
  }>;
  readonly ReportMaker: Token<{ make(wish: Wish): Promise<object> }>;
  readonly ReportFiles: Token<{ write(report: object, format: string, wish: Wish): Readable }>;
  readonly createWorker: (foundations: object) => Promise<ServerApp>;
}

const FILES = [
  'server.js',
  'platform/config/config.js',
  'platform/database/database.js',
  'attendance/days/days-upkeep.js',
  'attendance/punches/punches.service.js',
  'reports/report-maker.js',
  'reports/formats/report-files.js',
];

/** @throws Error where the server is not built */
export async function attendanceModules(): Promise<AttendanceModules> {
  await import('reflect-metadata');
  const { DataSource } = await import('typeorm');
  const modules = await Promise.all(FILES.map((file) => import(new URL(file, DIST).href) as Promise<object>));
  return Object.assign({ DataSource }, ...modules) as AttendanceModules;
}
