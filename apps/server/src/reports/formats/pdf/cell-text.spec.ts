import type { Column } from '../../report.js';
import { cellTexts } from './cell-text.js';

const column = (key: string, kind: Column['kind']): Column => ({ key, kind, title: key });
const DATE = column('date', 'date');
const OUT = column('lastOut', 'moment');
const PUNCH = column('localTime', 'moment');

describe('the cells of a report to print', () => {
  it('have a moment on the day of its row as a time, and on another day with that day', () => {
    expect(cellTexts(['2026-09-08', '2026-09-08T18:00:40'], [DATE, OUT], 'en')).toEqual([
      '8 Sep 2026',
      '18:00',
    ]);
    expect(cellTexts(['2026-09-08', '2026-09-09T06:00:00'], [DATE, OUT], 'en')).toEqual([
      '8 Sep 2026',
      '9 Sep 06:00',
    ]);
    expect(cellTexts(['2026-09-08', '2026-09-09T06:00:00'], [DATE, OUT], 'zh-CN')).toEqual([
      '2026年9月8日',
      '9月9日 06:00',
    ]);
  });

  it('have the whole date where the row has none', () => {
    expect(cellTexts(['2026-09-08T18:00:00'], [OUT], 'en')).toEqual(['8 Sep 2026 18:00']);
  });

  it('tell punches to the second', () => {
    expect(cellTexts(['2026-09-08', '2026-09-08T18:00:00'], [DATE, PUNCH], 'en')[1]).toBe('18:00:00');
  });
});
