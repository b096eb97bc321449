import { rmSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import type { Face, ImportResult, Job, Page, Person } from '@rollcall/contracts';
import { ImportLedger } from '../src/enrollment/import/import-ledger.js';
import { ImportRetention } from '../src/enrollment/import/import-retention.js';
import { DomainError } from '../src/platform/domain-error.js';
import type { Look } from '../src/vision/face-engine.js';
import { JobLedger } from '../src/platform/jobs/job-ledger.js';
import { JobPace } from '../src/platform/jobs/job-pace.js';
import { RetentionSweep } from '../src/platform/storage/retention-sweep.js';
import { unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { finished, rowsOf, startImport, type Photos } from './support/imports.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto, ScriptedFaceEngine } from './support/scripted-face-engine.js';
import { QuickJobPace } from './support/scripted-jobs.js';

/** Reads a photo when the test lets it, and tells how many it was given at once. */
class GatedEngine extends ScriptedFaceEngine {
  gate: (nth: number) => Promise<void> = async () => {};
  most = 0;
  private reads = 0;
  private inside = 0;

  reset(gate: (nth: number) => Promise<void>): void {
    Object.assign(this, { gate, most: 0, reads: 0 });
  }

  override async read(image: Uint8Array, look: Look) {
    this.most = Math.max(this.most, ++this.inside);
    try {
      await this.gate(++this.reads);
      return await super.read(image, look);
    } finally {
      this.inside--;
    }
  }
}

const DAYS = 86_400;
const until = async (condition: () => Promise<boolean> | boolean) => {
  for (let tries = 0; tries < 400 && !(await condition()); tries++)
    await new Promise((r) => setTimeout(r, 25));
  expect(await condition()).toBe(true);
};

describe('an import that is interrupted', () => {
  let rollcall: Rollcall<GatedEngine>;
  let admin: Client;
  let ledger: ImportLedger;
  let who = 0;
  beforeAll(async () => {
    const doubles = [[JobPace, new QuickJobPace()] as const];
    rollcall = await Rollcall.startWith(new GatedEngine(), { INFERENCE_WORKERS: '2' }, { doubles });
    admin = await rollcall.admin();
    ledger = rollcall.app.get(ImportLedger, { strict: false });
  });
  afterAll(() => rollcall.stop());
  afterEach(() => {
    rollcall.engine.reset(async () => {});
    jest.restoreAllMocks();
  });

  /** So many people with one photo each. */
  const aList = (count: number) => {
    const people = Array.from({ length: count }, () => ({ no: unique(), who: who++ }));
    const lines = people.map(({ no }) => `${no},Person ${no},2026-01,2026-01-15`);
    const photos: Photos = Object.fromEntries(
      people.map((each) => [`${each.no}.jpg`, aPhoto({ who: each.who })]),
    );
    return { csv: ['employeeNo,name,consentVersion,consentGivenAt', ...lines].join('\n'), photos, people };
  };
  const facesOf = async (no: string) => {
    const [person] = (await admin.get<Page<Person>>(`/people?search=${no}`)).items;
    return (await admin.get<Page<Face>>(`/people/${person!.id}/faces`)).items;
  };
  const waitingBlobs = () => rollcall.sql('SELECT id FROM blobs WHERE delete_after IS NOT NULL');
  const everythingOnce = async (job: Job, { people }: ReturnType<typeof aList>) => {
    expect(job.state).toBe('completed');
    const count = people.length;
    expect(job.result).toMatchObject({ rows: count, created: count, photosTaken: count, photosUnchanged: 0 });
    for (const { no } of people) expect(await facesOf(no)).toHaveLength(1);
    expect(await waitingBlobs()).toEqual([]);
  };

  it('by something that breaks goes on where it was: nothing is lost, nothing is there twice', async () => {
    const list = aList(8);
    rollcall.engine.reset(async (nth) => {
      if (nth === 4) throw new Error('the process ends here');
    });
    const job = await finished(admin, await startImport(admin, list.csv, list.photos));
    expect(job.attempts).toBe(2);
    await everythingOnce(job, list);
  });

  it('between enrolling a photo and noting it finds its own work', async () => {
    const list = aList(3);
    jest.spyOn(ledger, 'settlePhoto').mockRejectedValueOnce(new Error('the process ends here'));
    const job = await finished(admin, await startImport(admin, list.csv, list.photos));
    expect(job.attempts).toBe(2);
    await everythingOnce(job, list);
  });

  it('between making a person and noting it finds its own work', async () => {
    const list = aList(3);
    jest.spyOn(ledger, 'settleRow').mockRejectedValueOnce(new Error('the process ends here'));
    await everythingOnce(await finished(admin, await startImport(admin, list.csv, list.photos)), list);
  });

  it('by busy kiosks waits for them', async () => {
    const list = aList(3);
    rollcall.engine.reset(async (nth) => {
      if (nth <= 2) throw new DomainError('busy', 'BUSY', 'Too many images wait.');
    });
    const job = await finished(admin, await startImport(admin, list.csv, list.photos));
    expect(job.attempts).toBe(1);
    await everythingOnce(job, list);
  });

  it('keeps twice as many photos in flight as there are workers, and tells how far it is', async () => {
    const list = aList(12);
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    rollcall.engine.reset((nth) => (nth > 5 ? opened : Promise.resolve()));
    const jobId = await startImport(admin, list.csv, list.photos);
    await until(async () => (await admin.get<Job>(`/jobs/${jobId}`)).step === 5);
    await until(() => rollcall.engine.most === 4);
    expect(await admin.get<Job>(`/jobs/${jobId}`)).toMatchObject({ state: 'active', step: 5, steps: 12 });
    open();
    await everythingOnce(await finished(admin, jobId), list);
    expect(rollcall.engine.most).toBe(4);
  });

  it('by cancelling stops soon, and goes on when it is tried again', async () => {
    const list = aList(12);
    rollcall.engine.reset((nth) => new Promise((resolve) => setTimeout(resolve, nth > 4 ? 100 : 0)));
    const jobId = await startImport(admin, list.csv, list.photos);
    await until(async () => ((await admin.get<Job>(`/jobs/${jobId}`)).step ?? 0) >= 2);
    await admin.post(`/jobs/${jobId}/cancel`, {}, 200);
    expect((await finished(admin, jobId)).state).toBe('cancelled');
    const rows = await rowsOf(admin, jobId);
    const waiting = rows.flatMap(({ photos }) => photos).filter(({ outcome }) => outcome === 'waiting');
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.length).toBeLessThan(12);
    expect(await waitingBlobs()).toHaveLength(waiting.length);
    rollcall.engine.reset(async () => {});
    await admin.post(`/jobs/${jobId}/retry`, {}, 200);
    await everythingOnce(await finished(admin, jobId), list);
  });

  it('says of a photo whose file is missing that it is lost, and not that it waited too long', async () => {
    const list = aList(12);
    rollcall.engine.reset(() => new Promise((resolve) => setTimeout(resolve, 100)));
    const jobId = await startImport(admin, list.csv, list.photos);
    await until(async () => ((await admin.get<Job>(`/jobs/${jobId}`)).step ?? 0) >= 1);
    await admin.post(`/jobs/${jobId}/cancel`, {}, 200);
    await finished(admin, jobId);
    const said = jest.spyOn(Logger.prototype, 'error');
    for (const { path } of rollcall.sealedFiles()) rmSync(path); // Another disk: the worker finds nothing there.
    await admin.post(`/jobs/${jobId}/retry`, {}, 200);
    await finished(admin, jobId);
    const refused = await rowsOf(admin, jobId, '?outcome=refused');
    for (const { photos } of refused) expect(photos[0]).toMatchObject({ code: 'PHOTO_LOST' });
    expect(said).toHaveBeenCalledWith(expect.stringMatching(/picture \S+ should be kept and is missing/));
    expect(await waitingBlobs()).toHaveLength(refused.length); // A file that turns up again goes in its time.
  });

  it('that is tried again goes on from where it was, and never back', async () => {
    const list = aList(12);
    const bare = Array.from({ length: 6 }, () => `${unique()},Bare,2026-01,2026-01-15`);
    const csv = [list.csv, ...bare].join('\n');
    const noted = jest.spyOn(rollcall.app.get(JobLedger, { strict: false }), 'note');
    rollcall.engine.reset((nth) => new Promise((resolve) => setTimeout(resolve, nth > 6 ? 100 : 0)));
    const jobId = await startImport(admin, csv, list.photos);
    await until(async () => ((await admin.get<Job>(`/jobs/${jobId}`)).step ?? 0) >= 5);
    await admin.post(`/jobs/${jobId}/cancel`, {}, 200);
    const cancelled = await finished(admin, jobId);
    const again = await admin.post<Job>(`/jobs/${jobId}/retry`, {}, 200);
    expect(again.progress).toBeGreaterThanOrEqual(cancelled.progress);
    expect((await finished(admin, jobId)).state).toBe('completed');
    const steps = noted.mock.calls.map(([, { step }]) => step!);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(12);
  });

  describe('holds personal data no longer than it needs', () => {
    /** An import of which everything waits. */
    const stopped = async (count: number) => {
      const list = aList(count);
      rollcall.engine.reset(() => new Promise((resolve) => setTimeout(resolve, 200)));
      const jobId = await startImport(admin, list.csv, list.photos);
      await until(async () => (await rowsOf(admin, jobId)).some(({ personId }) => personId !== null));
      await admin.post(`/jobs/${jobId}/cancel`, {}, 200);
      await finished(admin, jobId);
      const waiting = (await rowsOf(admin, jobId)).filter(({ photos }) => photos[0]!.outcome === 'waiting');
      const person = waiting.find(({ personId }) => personId !== null) ?? (await personOf(waiting[0]!));
      return { jobId, list, personId: person.personId!, employeeNo: waiting[0]!.employeeNo! };
    };
    const personOf = async ({ employeeNo }: { employeeNo: string | null }) => {
      const created = await admin.post<Person>('/people', { employeeNo, name: 'Made by hand' }, 201);
      return { personId: created.id };
    };

    it('an erased person leaves no line and no photo', async () => {
      const { jobId, personId } = await stopped(12);
      const before = await rowsOf(admin, jobId);
      const gone = before.find((row) => row.personId === personId);
      const blobs = (await waitingBlobs()).length;
      await admin.delete(`/people/${personId}`, 200);
      const rows = await rowsOf(admin, jobId);
      expect(rows).toHaveLength(11);
      expect(JSON.stringify(rows)).not.toContain(gone?.employeeNo ?? 'Made by hand');
      expect(await waitingBlobs()).toHaveLength(blobs - 1);
    });

    it('withdrawn consent takes the photos that wait', async () => {
      const { personId } = await stopped(12);
      const blobs = (await waitingBlobs()).length;
      const consent = { documentVersion: '1', givenAt: '2026-01-01T00:00:00Z' };
      await admin.put(`/people/${personId}/consent`, consent);
      await admin.delete(`/people/${personId}/consent`, 200);
      expect(await waitingBlobs()).toHaveLength(blobs - 1);
    });

    it('photos go after a week, lines after thirty days', async () => {
      const { jobId } = await stopped(12);
      rollcall.clock.advance(7 * DAYS);
      await rollcall.app.get(RetentionSweep, { strict: false }).run();
      expect(await waitingBlobs()).toEqual([]);
      rollcall.engine.reset(async () => {});
      admin = await rollcall.admin();
      await admin.post(`/jobs/${jobId}/retry`, {}, 200);
      const { result } = await finished(admin, jobId);
      expect((result as ImportResult).photosRefused).toBeGreaterThan(0);
      const refused = await rowsOf(admin, jobId, '?outcome=refused');
      expect(refused[0]!.photos[0]).toMatchObject({ code: 'PHOTO_EXPIRED' });
      rollcall.clock.advance(22 * DAYS);
      await rollcall.app.get(ImportRetention, { strict: false }).run();
      admin = await rollcall.admin();
      expect(await rowsOf(admin, jobId)).not.toEqual([]);
      rollcall.clock.advance(1 * DAYS);
      await rollcall.app.get(ImportRetention, { strict: false }).run();
      admin = await rollcall.admin();
      await admin.refused(admin.get(`/people/import/${jobId}/rows`, 404), 'IMPORT_NOT_FOUND');
      for (const table of ['imports', 'import_rows', 'import_photos']) {
        expect(await rollcall.sql(`SELECT 1 FROM ${table} WHERE true`)).toEqual([]);
      }
    });
  });
});
