import type { AttendanceDay } from '@rollcall/contracts';
import type { Client } from './support/client.js';
import { itWithPoppler, Pdf } from './support/pdf.js';
import { aDepartment, aReportingServer, daysOf, NAMES, type ReportStage } from './support/report-stage.js';
import { minutesIn, reportPath, saidOf } from './support/report-tables.js';
import type { Rollcall } from './support/rollcall.js';

describe('reports to print', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let stage: ReportStage;
  let days: AttendanceDay[];
  beforeAll(async () => {
    ({ rollcall, admin, stage } = await aReportingServer());
    days = [...(await daysOf(admin, stage.first.id)), ...(await daysOf(admin, stage.second.id))];
  });
  afterAll(() => rollcall.stop());

  const document = async (kind: string, query: Record<string, string> = {}) =>
    new Pdf((await admin.picture(reportPath(`${kind}.pdf`, query))).bytes, rollcall.dataDir);
  const linesWith = (text: string, words: string) => text.split('\n').filter((line) => line.includes(words));
  /** On its own day a moment is a time; on the next one its date stands before it. */
  const printed = (moment: string, date: string) => {
    const [day, time] = moment.split(' ');
    const clock = time!.slice(0, 5);
    return day === date ? clock : `${Number(day!.slice(8))} Mar ${clock}`;
  };
  const timesIn = (line: string) => line.match(/\b\d+:\d\d\b/g) ?? [];

  it('come as pdf', async () => {
    const { bytes, type } = await admin.picture(reportPath('payroll.pdf', { preset: 'adp' }));
    expect([bytes.subarray(0, 5).toString(), type]).toEqual(['%PDF-', 'application/pdf']);
  });

  itWithPoppler('equal the days that the API tells', async () => {
    const text = (await document('daily')).text();
    for (const { person } of [stage.zoe, stage.ming, stage.formula, stage.anna]) {
      const own = days.filter(({ personId }) => personId === person.id).map(saidOf);
      const lines = linesWith(text, person.employeeNo);
      expect(lines).toHaveLength(own.length);
      for (const [i, said] of own.entries()) {
        const times = timesIn(lines[i]!);
        const seen = [said.firstIn, said.lastOut].filter((moment) => moment !== '');
        for (const moment of seen) expect(lines[i]).toContain(printed(moment, said.date));
        expect(times.slice(seen.length).map(minutesIn)).toEqual(said.minutes);
        expect(lines[i]).toContain(`${Number(said.date.slice(8))} Mar 2026`);
      }
    }
  });

  itWithPoppler('add up, with names from everywhere in letters of their own', async () => {
    const pdf = await document('timesheet');
    const text = pdf.text();
    for (const [i, { person }] of [stage.zoe, stage.ming, stage.formula, stage.anna].entries()) {
      const [line] = linesWith(text, person.employeeNo);
      const worked = days.filter(({ personId }) => personId === person.id);
      const total = worked.reduce((sum, day) => sum + day.workedMinutes, 0);
      expect(timesIn(line!).map(minutesIn).at(-4)).toBe(total);
      if (i < 3) expect(line).toContain(NAMES[i]);
    }
    expect(pdf.fonts().every(({ embedded, subset }) => embedded && subset)).toBe(true);
  });

  itWithPoppler('begin every page with what they are, the headings, and its number', async () => {
    const pdf = await document('daily', { from: '2026-02-01', to: '2026-04-14', siteId: stage.zoe.site.id });
    const pages = pdf.pages();
    expect(pages.length).toBeGreaterThan(1);
    for (const number of pages.keys()) {
      const text = pdf.text(number + 1);
      expect(text).toContain('Daily attendance');
      expect(text).toContain('1 February 2026 to 14 April 2026');
      expect(text).toContain(`Site: ${stage.zoe.site.name}`);
      expect(text).toMatch(/Employee no\. +Name/);
      expect(text).toContain(`Page ${number + 1}`);
    }
    const all = pages.flatMap((_, number) => linesWith(pdf.text(number + 1), stage.zoe.person.employeeNo));
    expect(new Set(all).size).toBe(all.length);
  });

  itWithPoppler('fit the paper, in Chinese as well', async () => {
    const [a4] = (await document('exceptions')).pages();
    const letter = await document('exceptions', { paper: 'letter', lang: 'zh-CN' });
    expect([a4, letter.pages()[0]]).toEqual([
      [297, 210],
      [279.4, 215.9],
    ]);
    const text = letter.text(1);
    for (const words of ['考勤异常', '2026年3月2日至2026年3月8日', '缺少签退', '第 1 页'])
      expect(text.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
  });

  itWithPoppler('are a page where there is nothing', async () => {
    const empty = await aDepartment(admin, 'Empty');
    const pdf = await document('lateness', { departmentId: empty.id });
    expect(pdf.pages()).toHaveLength(1);
    expect(pdf.text(1)).toContain(empty.name);
  });
});
