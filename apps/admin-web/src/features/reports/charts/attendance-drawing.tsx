import { Group, Text } from '@mantine/core';
import type { ReportCharts } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/locale.js';
import { formatLocal, useMoments } from '../../../ui/moments.js';
import { barsOf, stepOf, type Bar, type Step } from './bars.js';
import { Drawing } from './drawing.js';
import classes from './charts.module.css';

/** Who was there: a bar for each day, or for each week or month where there are many. */
export function AttendanceDrawing({ days }: { days: ReportCharts['attendance'] }) {
  const { t } = useTranslation('reports');
  const { number } = useMoments();
  const step = stepOf(days);
  const bars = barsOf(days, step);
  const nameOf = useBarNames(step);
  const summary = useSummary(bars, step);
  const [first, last] = [bars[0], bars.at(-1)];
  return (
    <Drawing kind="attendance" text={t(`attendance.text.${step}`)}>
      <div className={classes.columns} role="img" aria-label={summary}>
        {bars.map((bar) => {
          const values = {
            date: nameOf(bar.date),
            present: number(bar.present),
            expected: number(bar.expected),
          };
          return (
            <div
              key={bar.date}
              className={classes.column}
              title={t(step === 'week' ? 'attendance.week' : 'attendance.day', values)}
            >
              <span style={{ height: `${100 * (bar.rate ?? 0)}%` }} />
            </div>
          );
        })}
      </div>
      {first && last && first !== last && (
        <Group justify="space-between" fz="xs" c="dimmed" mt={2} aria-hidden>
          <span>{nameOf(first.date)}</span>
          <span>{nameOf(last.date)}</span>
        </Group>
      )}
      <Text fz="sm" mt={6}>
        {summary}
      </Text>
    </Drawing>
  );
}

function useBarNames(step: Step): (date: string) => string {
  const locale = useLocale();
  const options = step === 'month' ? ({ year: 'numeric', month: 'short' } as const) : MEDIUM;
  return (date) => formatLocal(`${date}T00:00:00`, locale, options);
}
const MEDIUM = { dateStyle: 'medium' } as const;

function useSummary(bars: readonly Bar[], step: Step): string {
  const { t } = useTranslation('reports');
  const { percent } = useMoments();
  const nameOf = useBarNames(step);
  const counted = bars.flatMap((bar) => (bar.rate === null ? [] : [{ ...bar, rate: bar.rate }]));
  const worst = counted.reduce<(typeof counted)[number] | null>(
    (least, bar) => (least === null || bar.rate < least.rate ? bar : least),
    null,
  );
  if (worst === null) return t('attendance.none');
  const sum = (field: 'present' | 'expected') => counted.reduce((total, bar) => total + bar[field], 0);
  return t(`attendance.summary.${step}`, {
    rate: percent(sum('present') / sum('expected')),
    date: nameOf(worst.date),
    least: percent(worst.rate),
  });
}
