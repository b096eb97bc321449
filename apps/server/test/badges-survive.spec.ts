import type { Badge, BadgeAccepted, Page, Style } from '@rollcall/contracts';
import { anEnrolledPerson } from './support/builders.js';
import { finishedJob } from './support/finished-job.js';
import { untilStopped } from './support/job-stage.js';
import { Rollcall } from './support/rollcall.js';
import { ScriptedStylizer } from './support/scripted-stylizer.js';
import { aDatabase } from './support/test-database.js';

describe('a server that stops while it paints', () => {
  it('leaves the picture to the next one, which goes on from it', async () => {
    const database = await aDatabase();
    const settings = { BLOBS: 'database' };
    const stopping = new AbortController();
    const painter = new ScriptedStylizer();
    painter.beforeStep = (step) => (step === 3 ? untilStopped(stopping.signal) : Promise.resolve());
    const first = await Rollcall.start(settings, { database, stylizer: painter });
    const admin = await first.admin();
    const person = await anEnrolledPerson(admin, 1);
    const [style] = (await admin.get<Page<Style>>('/styles')).items;
    const wish = { personId: person.id, styleId: style!.id, size: 128, steps: 6 };
    const { badgeId, jobId } = await admin.post<BadgeAccepted>('/badges', wish, 202);
    for (;;) if ((await admin.get<Badge>(`/badges/${badgeId}`)).previewUrl) break;
    const stopped = first.stop();
    stopping.abort(new Error('stopped'));
    await stopped;

    const successor = new ScriptedStylizer();
    const second = await Rollcall.start(settings, { database, stylizer: successor });
    const other = await second.admin();
    expect(await finishedJob(other, jobId)).toMatchObject({ state: 'completed' });
    expect(successor.commissions[0]!.from!.step).toBeGreaterThan(0);
    const badge = await other.get<Badge>(`/badges/${badgeId}`);
    expect(badge).toMatchObject({ state: 'ready', step: 6 });
    const steps = badge.losses.map(([step]) => step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    await second.stop();
    await database.drop();
  });
});
