import { SimpleGrid, Skeleton } from '@mantine/core';
import type { ReportCharts } from '@rollcall/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDurations } from '../../../ui/durations.js';
import { LoadFailure } from '../../../ui/load-failure.js';
import { useMoments } from '../../../ui/moments.js';
import { useWeekdays } from '../../roster/use-weekdays.js';
import { useCharts, type Wish } from '../reports.queries.js';
import { AttendanceDrawing } from './attendance-drawing.js';
import { Drawing } from './drawing.js';
import classes from './charts.module.css';

/** Three drawings of the period: who was there, who came late, and where the hours went. */
export function Charts({ wish }: { wish: Wish }) {
  const charts = useCharts(wish);
  if (charts.isError) return <LoadFailure error={charts.error} onRetry={() => void charts.refetch()} />;
  if (!charts.data) return <Skeleton height={200} aria-busy="true" />;
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl">
      <AttendanceDrawing days={charts.data.attendance} />
      <Lateness weekdays={charts.data.lateness} />
      <Hours departments={charts.data.hours} />
    </SimpleGrid>
  );
}

function Lateness({ weekdays }: { weekdays: ReportCharts['lateness'] }) {
  const { t } = useTranslation('reports');
  const { number } = useMoments();
  const names = useWeekdays();
  return (
    <Drawing kind="lateness" text={t('lateness.text')}>
      <dl className={classes.bars}>
        {weekdays.map(({ weekday, days, late }) => (
          <Bar
            key={weekday}
            label={names.find(({ day }) => day === weekday)?.name ?? ''}
            value={t('lateness.value', { late: number(late), days: number(days) })}
          >
            <div className={classes.track} data-tone="bad">
              <span style={{ width: `${days > 0 ? (100 * late) / days : 0}%` }} />
            </div>
          </Bar>
        ))}
      </dl>
    </Drawing>
  );
}

function Hours({ departments }: { departments: ReportCharts['hours'] }) {
  const { t } = useTranslation('reports');
  const { minutes } = useDurations();
  const most = Math.max(1, ...departments.map(({ workedMinutes }) => workedMinutes));
  const share = (value: number) => `${(100 * value) / most}%`;
  return (
    <Drawing kind="hours" text={t('hours.text')}>
      <dl className={`${classes.bars} ${classes.stacked}`}>
        {departments.map(({ departmentId, department, workedMinutes, overtimeMinutes }) => (
          <Bar
            key={departmentId}
            label={department ?? t('hours.none')}
            value={t('hours.value', { worked: minutes(workedMinutes), overtime: minutes(overtimeMinutes) })}
          >
            <div className={classes.track}>
              <span style={{ width: share(workedMinutes - overtimeMinutes) }} />
              <span style={{ width: share(overtimeMinutes) }} />
            </div>
          </Bar>
        ))}
      </dl>
    </Drawing>
  );
}

function Bar({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <div aria-hidden>{children}</div>
      <dd>{value}</dd>
    </>
  );
}
