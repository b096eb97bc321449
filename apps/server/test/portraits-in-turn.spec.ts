import type { Badge, BadgeAccepted, Page, Style } from '@rollcall/contracts';
import { anEnrolledPerson } from './support/builders.js';
import { finishedJob } from './support/finished-job.js';
import { gate, untilStopped } from './support/job-stage.js';
import { Rollcall } from './support/rollcall.js';
import { ScriptedStylizer } from './support/scripted-stylizer.js';
import { aDatabase } from './support/test-database.js';

/** As a server leaves a job that was killed: somebody holds it who is gone. */
const KILLED = `UPDATE jobs SET leased_by = 'killed', lease_until = now() + interval '1 hour' WHERE id = $1`;

/** The embedded database belongs to one server. Where others share it, one may still hold what it began. */
(process.env['DATABASE_URL'] ? describe.skip : describe)('a portrait whose server was killed', () => {
  it('goes on before those that were asked for after it', async () => {
    const database = await aDatabase();
    const settings = { BLOBS: 'database' };
    const stopping = new AbortController();
    const painter = new ScriptedStylizer();
    painter.beforeStep = (step) => (step === 2 ? untilStopped(stopping.signal) : Promise.resolve());
    const first = await Rollcall.start(settings, { database, stylizer: painter });
    const admin = await first.admin();
    const { id: personId } = await anEnrolledPerson(admin, 1);
    const [style] = (await admin.get<Page<Style>>('/styles')).items;
    const wish = { personId, styleId: style!.id, size: 128, steps: 3 };
    const asked: BadgeAccepted[] = [await admin.post<BadgeAccepted>('/badges', wish, 202)];
    for (;;) if ((await admin.get<Badge>(`/badges/${asked[0]!.badgeId}`)).previewUrl) break;
    for (let more = 0; more < 3; more++) asked.push(await admin.post<BadgeAccepted>('/badges', wish, 202));
    await first.sql(KILLED, [asked[0]!.jobId]);
    const stopped = first.stop();
    stopping.abort(new Error('stopped'));
    await stopped;

    const successor = new ScriptedStylizer();
    const { opened, open } = gate();
    successor.beforeStep = () => opened;
    const second = await Rollcall.start(settings, { database, stylizer: successor });
    const other = await second.admin();
    for (;;) {
      const { items } = await other.get<Page<Badge>>('/badges');
      const active = items.filter(({ state }) => state === 'active').map(({ id }) => id);
      if (active.length > 0) {
        expect(active).toEqual([asked[0]!.badgeId]);
        break;
      }
    }
    open();
    for (const { jobId } of asked)
      expect(await finishedJob(other, jobId)).toMatchObject({ state: 'completed' });
    const done = await second.sql<{ id: string }>('SELECT id FROM jobs ORDER BY finished_at');
    expect(done.map(({ id }) => id)).toEqual(asked.map(({ jobId }) => jobId));
    await second.stop();
    await database.drop();
  });
});
