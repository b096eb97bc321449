import type { AuditEntry, Job, JobAccepted, Problem, Readiness } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { DomainError } from '../src/platform/domain-error.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRetention } from '../src/platform/jobs/job-retention.js';
import { EventStream } from './support/event-stream.js';
import { gate, JobStage, QUEUES, untilStopped } from './support/job-stage.js';

describe.each(QUEUES)('jobs, queued %s', (_name, settings) => {
  let stage: JobStage;
  beforeAll(async () => (stage = await JobStage.open(settings)));
  afterAll(() => stage.close());

  it('tell their progress as it goes, and end with their result', async () => {
    const { opened, open } = gate();
    stage.script = async (payload, { progress }) => {
      progress({ progress: 50, step: 1, steps: 2, loss: 0.5, previewUrl: '/p' });
      await opened;
      return { echo: payload };
    };
    const id = await stage.enqueue({ photoId: 'x' });
    const stream = await EventStream.open(await stage.rollcall.admin(), `/jobs/${id}/stream`);
    const next = async () => JSON.parse((await stream.next()).data) as Job;
    let job = await next();
    while (job.progress !== 50) job = await next();
    expect(job).toMatchObject({
      state: 'active',
      step: 1,
      steps: 2,
      loss: 0.5,
      previewUrl: '/p',
      attempts: 1,
    });
    open();
    while (job.state !== 'completed') job = await next();
    expect(job).toMatchObject({ progress: 100, result: { echo: { photoId: 'x' } } });
    await expect(stream.next()).rejects.toThrow('ended');
    expect(await stage.show(id)).toEqual(job);
  });

  it('write at most some four reports a second, the last one included', async () => {
    stage.script = async (_, { progress }) => {
      for (let step = 1; step <= 1_000; step++) progress({ step });
      await new Promise((resolve) => setTimeout(resolve, 600));
      progress({ step: 1_001 });
    };
    const id = await stage.enqueue();
    const states = new Set<number | null>();
    await new Promise<void>((resolve) =>
      stage.jobs.follow(id).subscribe({ next: ({ step }) => states.add(step), complete: resolve }),
    );
    expect(states.size).toBeLessThanOrEqual(5);
    expect(states).toContain(1_001);
  });

  it('that wait are cancelled at once, and never run', async () => {
    const { opened, open } = gate();
    const ran: string[] = [];
    stage.script = async (_, { jobId }) => {
      ran.push(jobId);
      await opened;
    };
    const running = await Promise.all([stage.enqueue(), stage.enqueue()]);
    for (const id of running) await stage.until(id, 'active');
    const waiting = await stage.enqueue();
    const admin = await stage.rollcall.admin();
    const answer = await admin.post<Job>(`/jobs/${waiting}/cancel`, {}, 200);
    expect(answer).toMatchObject({ state: 'cancelled', cancelRequested: true, startedAt: null, attempts: 0 });
    open();
    for (const id of running) await stage.until(id, 'completed');
    expect(ran).not.toContain(waiting);
  });

  it('that run are told to stop, and are cancelled when they have', async () => {
    stage.script = (_, { signal }) => untilStopped(signal);
    const id = await stage.enqueue();
    await stage.until(id, 'active');
    const admin = await stage.rollcall.admin();
    expect(await admin.post(`/jobs/${id}/cancel`, {}, 200)).toMatchObject({ cancelRequested: true });
    const { error, finishedAt } = await stage.until(id, 'cancelled');
    expect(error).toBeUndefined();
    expect(finishedAt).not.toBeNull();
    await admin.refused(admin.post(`/jobs/${id}/cancel`, {}, 409), 'JOB_FINISHED');
  });

  it('that break are tried again, later and later', async () => {
    const starts: number[] = [];
    stage.script = async (_, { attempt }) => {
      starts.push(performance.now());
      if (attempt < 3) throw new Error('secret of ada@example.org');
    };
    const id = await stage.enqueue();
    const waiting = await stage.until(id, 'waiting');
    expect(waiting.attempts).toBeLessThan(3);
    const { attempts, error } = await stage.until(id, 'completed');
    expect(attempts).toBe(3);
    expect(error).toBeUndefined();
    const [first = 0, second = 0, third = 0] = starts;
    expect(second - first).toBeGreaterThanOrEqual(50); // 100 ms, spread by half
    expect(third - second).toBeGreaterThanOrEqual(100);
  });

  it('that break every time become dead letters, which an administrator may send again', async () => {
    stage.script = async () => {
      throw new Error('secret of ada@example.org');
    };
    const id = await stage.enqueue({}, { maxAttempts: 2 });
    const dead = await stage.until(id, 'failed');
    expect(dead).toMatchObject({ attempts: 2, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(dead)).not.toContain('ada@');
    const admin = await stage.rollcall.admin();
    expect(await admin.get('/jobs?state=failed')).toMatchObject({ items: [{ id }] });
    stage.script = async () => ({ done: true });
    await admin.post(`/jobs/${id}/retry`, {}, 200);
    const done = await stage.until(id, 'completed');
    expect(done).toMatchObject({ attempts: 1, result: { done: true } });
    await admin.refused(admin.post(`/jobs/${id}/retry`, {}, 409), 'JOB_COMPLETED');
    const { items } = await admin.get<{ items: AuditEntry[] }>('/audit?action=job.retry');
    expect(items[0]).toMatchObject({ subject: `job:${id}`, details: { kind: 'gallery.index' } });
  });

  it('that break a rule fail at once, by its name', async () => {
    stage.script = async () => {
      throw new DomainError('rule', 'NO_FACE', 'There is no face on the photo.');
    };
    const job = await stage.until(await stage.enqueue(), 'failed');
    expect(job).toMatchObject({
      attempts: 1,
      error: { code: 'NO_FACE', detail: 'There is no face on the photo.' },
    });
  });

  it('whose server died are taken over when the lease ends', async () => {
    stage.script = async (_, { attempt }) => ({ attempt });
    const id = await stage.abandoned(1, 3);
    expect(await stage.until(id, 'completed')).toMatchObject({ attempts: 2, result: { attempt: 2 } });
  });

  it('whose servers died every time are dead letters', async () => {
    const id = await stage.abandoned(3, 3);
    expect(await stage.until(id, 'failed')).toMatchObject({ attempts: 3, error: { code: 'JOB_STALLED' } });
  });

  it('that are longer than a lease keep it', async () => {
    let runs = 0;
    stage.script = async () => {
      runs++;
      await new Promise((resolve) => setTimeout(resolve, 2_500));
    };
    expect(await stage.until(await stage.enqueue(), 'completed')).toMatchObject({ attempts: 1 });
    expect(runs).toBe(1);
  });

  it('whose lease is lost stop, and write nothing any more', async () => {
    const { opened, open } = gate();
    stage.script = (_, { signal }) => untilStopped(signal).finally(open);
    const id = await stage.enqueue();
    await stage.until(id, 'active');
    await stage.rollcall.sql(`UPDATE jobs SET leased_by = 'another', attempts = 9 WHERE id = $1`, [id]);
    await opened;
    expect(await stage.show(id)).toMatchObject({ state: 'active', attempts: 9 });
    await stage.rollcall.sql(`UPDATE jobs SET state = 'cancelled' WHERE id = $1`, [id]);
  });

  it('run once, however often a queue hands them out', async () => {
    const runs: string[] = [];
    stage.script = async (_, { jobId }) => {
      runs.push(jobId);
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const ids = await Promise.all(Array.from({ length: 10 }, () => stage.enqueue()));
    const queue = stage.rollcall.app.get(JobQueue);
    for (const turn of ['a', 'b', 'c']) ids.forEach((id) => queue.dispatch({ id, turn, delayMs: 0 }));
    for (const id of ids) await stage.until(id, 'completed');
    expect(runs.sort()).toEqual(ids.sort());
  });

  it('belong to the transaction that asks for them', async () => {
    const ran: string[] = [];
    stage.script = async (_, { jobId }) => void ran.push(jobId);
    const source = stage.rollcall.app.get(DataSource);
    const undone = source.transaction(async (manager) => {
      await stage.enqueue({}, { manager });
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
    const id = await source.transaction(async (manager) => {
      const made = await stage.enqueue({}, { manager });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(ran).toEqual([]);
      return made;
    });
    await stage.until(id, 'completed');
    expect(ran).toEqual([id]);
  });

  it('with the same key are one while it is unfinished', async () => {
    const { opened, open } = gate();
    stage.script = () => opened;
    const first = await stage.enqueue({}, { uniqueKey: 'k' });
    expect(await stage.enqueue({}, { uniqueKey: 'k' })).toBe(first);
    expect(await stage.enqueue({}, { uniqueKey: 'other' })).not.toBe(first);
    open();
    await stage.until(first, 'completed');
    expect(await stage.enqueue({}, { uniqueKey: 'k' })).not.toBe(first);
  });

  it('are seen by those whom they concern', async () => {
    stage.script = (_, { signal }) => untilStopped(signal);
    const [index, people] = await Promise.all([stage.enqueue(), stage.enqueue({}, {}, 'people.import')]);
    const enroller = await stage.rollcall.script('enroller');
    const { items } = await enroller.get<{ items: Job[] }>('/jobs');
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['people.import']));
    await enroller.get(`/jobs/${people}`);
    for (const path of ['', '/stream']) {
      await enroller.refused(enroller.get<Problem>(`/jobs/${index}${path}`, 404), 'JOB_NOT_FOUND');
    }
    await enroller.refused(enroller.post(`/jobs/${index}/cancel`, {}, 404), 'JOB_NOT_FOUND');
    await enroller.post<JobAccepted>(`/jobs/${people}/cancel`, {}, 200);
    await stage.until(people, 'cancelled');
    await (await stage.rollcall.admin()).post(`/jobs/${index}/cancel`, {}, 200);
  });

  it('go 90 days after a good end, and stay where somebody has to look at them', async () => {
    stage.script = async ({ fails }) => {
      if (fails) throw new DomainError('rule', 'NO_FACE', 'There is no face on the photo.');
    };
    const [old, recent, failed] = await Promise.all(
      [{}, {}, { fails: true }].map((each) => stage.enqueue(each)),
    );
    await Promise.all([stage.until(old!, 'completed'), stage.until(recent!, 'completed')]);
    await stage.until(failed!, 'failed');
    await stage.rollcall.app
      .get(DataSource)
      .query("UPDATE jobs SET finished_at = now() - interval '91 days' WHERE id = ANY($1)", [[old, failed]]);
    await stage.rollcall.app.get(JobRetention).run();
    const admin = await stage.rollcall.admin();
    await admin.refused(admin.get(`/jobs/${old}`, 404), 'JOB_NOT_FOUND');
    expect(await stage.show(recent!)).toMatchObject({ state: 'completed' });
    expect(await stage.show(failed!)).toMatchObject({ state: 'failed' });
  });

  it('are counted by kind and outcome', async () => {
    const { text } = await stage.rollcall.anyone().answer('GET', '/metrics');
    expect(text).toMatch(/rollcall_jobs_total\{kind="gallery.index",outcome="completed"\} \d+/);
    expect(text).toMatch(/rollcall_jobs_total\{kind="gallery.index",outcome="retried"\} 3/);
    const { checks } = await stage.rollcall.anyone().get<Readiness>('/health/ready');
    expect(checks['queue']).toEqual({ ok: true });
  });
});
