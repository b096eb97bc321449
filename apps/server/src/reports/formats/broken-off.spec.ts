import { setTimeout as sleep } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { Clock } from '../../platform/clock/clock.js';
import { Typeface } from '../../platform/typeface/typeface.js';
import { USUAL_CSV, type Batch, type Report } from '../report.js';
import type { ReportWish } from '../report-wish.js';
import { ReportFiles } from './report-files.js';

class FixedClock extends Clock {
  now(): Date {
    return new Date('2026-03-02T08:00:00Z');
  }
}

const FORMATS = ['csv', 'xlsx', 'pdf'] as const;
const WISH: ReportWish = {
  kind: 'daily',
  from: '2026-03-01',
  to: '2026-03-31',
  lang: 'en',
  paper: 'a4',
  bom: false,
};
const row = ['E-1', 'Ada', 480];
const files = new ReportFiles(new FixedClock(), new Typeface());

function aReport(batches: AsyncIterable<Batch>): Report {
  const columns = [
    { key: 'employeeNo', title: 'Employee no.', kind: 'text' },
    { key: 'name', title: 'Name', kind: 'text' },
    { key: 'workedMinutes', title: 'Worked', kind: 'minutes' },
  ] as const;
  return { title: 'Daily', notes: ['March'], columns, csv: USUAL_CSV, batches };
}

async function* failing(): AsyncGenerator<Batch> {
  yield { section: 'A', rows: [row] };
  await sleep(1);
  throw new Error('The database went away.');
}

/** As many as are asked for, and how many that was. */
function endless() {
  const asked = { batches: 0 };
  async function* batches(): AsyncGenerator<Batch> {
    for (;;) {
      asked.batches++;
      yield { section: 'A', rows: Array.from({ length: 500 }, () => row) };
      await sleep(0);
    }
  }
  return { asked, batches: batches() };
}

describe.each(FORMATS)('a report as %s', (format) => {
  it('that fails in the middle does not end as if it were whole', async () => {
    await expect(buffer(files.write(aReport(failing()), format, WISH))).rejects.toThrow(
      'The database went away.',
    );
  });

  it('that nobody reads waits, and stops when the reader has gone', async () => {
    const { asked, batches } = endless();
    const file = files.write(aReport(batches), format, WISH);
    file.once('readable', () => undefined);
    await untilStill(asked);
    const waiting = asked.batches;
    file.destroy();
    await sleep(100);
    expect(asked.batches - waiting).toBeLessThanOrEqual(1);
  });
});

/** Once it has not been asked for more for a while. */
async function untilStill(asked: { batches: number }): Promise<void> {
  for (let last = -1; last !== asked.batches;) {
    last = asked.batches;
    await sleep(500);
  }
}
