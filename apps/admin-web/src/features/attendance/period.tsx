import { ActionIcon, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { addDays, addMonths, isDay, monthOf, today, weekOf, type DateRange } from '../../ui/calendar.js';
import { useLocale } from '../../ui/locale.js';

export type View = 'week' | 'month';

/** A week or a month that the address remembers, so that the way back leads to it. */
export function usePeriod(usual: View) {
  const [params, setParams] = useSearchParams();
  const view: View =
    params.get('view') === 'month' ? 'month' : params.get('view') === 'week' ? 'week' : usual;
  const asked = params.get('at') ?? '';
  const at = isDay(asked) ? asked : today();
  const range: DateRange = view === 'week' ? weekOf(at) : monthOf(at);
  const set = (change: Partial<{ view: View; at: string }>) =>
    setParams({ view, at, ...change }, { replace: true });
  const step = (by: number) => set({ at: view === 'week' ? addDays(range.from, 7 * by) : addMonths(at, by) });
  return { view, range, set, step };
}
export type Period = ReturnType<typeof usePeriod>;

/** Which days are shown, and the way to those before and after. */
export function PeriodBar({ period, views = true }: { period: Period; views?: boolean }) {
  const { t } = useTranslation('attendance');
  const { view, set, step } = period;
  return (
    <Group gap="sm" wrap="wrap">
      {views && (
        <SegmentedControl
          aria-label={t('view.label')}
          data={[
            { value: 'week', label: t('view.week') },
            { value: 'month', label: t('view.month') },
          ]}
          value={view}
          onChange={(value) => set({ view: value })}
        />
      )}
      <Group gap={4} wrap="nowrap">
        <ActionIcon variant="default" size={36} aria-label={t(`previous.${view}`)} onClick={() => step(-1)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Button variant="default" onClick={() => set({ at: today() })}>
          {t('today')}
        </Button>
        <ActionIcon variant="default" size={36} aria-label={t(`next.${view}`)} onClick={() => step(1)}>
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
      <RangeTitle period={period} />
    </Group>
  );
}

function RangeTitle({ period: { view, range } }: { period: Period }) {
  const locale = useLocale();
  const options = view === 'month' ? { year: 'numeric', month: 'long' } : { dateStyle: 'medium' };
  const format = new Intl.DateTimeFormat(locale, {
    ...options,
    timeZone: 'UTC',
  } as Intl.DateTimeFormatOptions);
  const [from, to] = [new Date(range.from), new Date(range.to)];
  return (
    <Text fw={650} aria-live="polite">
      {view === 'month' ? format.format(from) : format.formatRange(from, to)}
    </Text>
  );
}
