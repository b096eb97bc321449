import type { ReportCharts } from '@rollcall/contracts';
import { datesBetween, monthOf, weekOf } from '../../../ui/calendar.js';

type Day = ReportCharts['attendance'][number];
export type Step = 'day' | 'week' | 'month';

/** What one bar stands for: a day, or several that follow each other. */
export interface Bar {
  /** The first of them that there is. */
  date: string;
  expected: number;
  present: number;
  /** Null where nobody was expected. */
  rate: number | null;
}

/** So many bars of a few pixels stand side by side in a third of a page. */
const MOST_DAYS = 45;
const MOST_DAYS_BY_WEEK = 200;

/** How much time one bar takes, so that any period fits: `days` in their order. */
export function stepOf(days: readonly Day[]): Step {
  const [first, last] = [days[0], days.at(-1)];
  const length = first && last ? datesBetween(first.date, last.date).length : 0;
  if (length <= MOST_DAYS) return 'day';
  return length <= MOST_DAYS_BY_WEEK ? 'week' : 'month';
}

/** The days as bars, those of one week or month added up. */
export function barsOf(days: readonly Day[], step: Step): Bar[] {
  const bars = new Map<string, Bar>();
  for (const { date, expected, present } of days) {
    const key = step === 'day' ? date : (step === 'week' ? weekOf(date) : monthOf(date)).from;
    const bar = bars.get(key) ?? { date, expected: 0, present: 0, rate: null };
    bars.set(key, { ...bar, expected: bar.expected + expected, present: bar.present + present });
  }
  return [...bars.values()].map((bar) => ({
    ...bar,
    rate: bar.expected > 0 ? bar.present / bar.expected : null,
  }));
}
