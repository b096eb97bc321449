import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import type { Correction } from '@rollcall/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../ui/locale.js';
import { formatInstant } from '../../ui/moments.js';

/** A correction: what was recorded when it was asked for, and what should stand there. */
export function BeforeAfter({ correction }: { correction: Correction }) {
  const { t } = useTranslation('requests');
  const locale = useLocale();
  const { before } = correction;
  const time = (instant: string | null | undefined) =>
    instant &&
    formatInstant(instant, locale, {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: before?.timeZone ?? 'UTC',
    });
  const nothing = before?.punches.length === 0;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Side title={t('before')}>
        {nothing ? (
          <Text fz="sm">{t('nothing')}</Text>
        ) : (
          <>
            <Time label={t('came')} value={time(before?.firstIn) ?? t('unknown')} />
            <Time label={t('left')} value={time(before?.lastOut) ?? t('unknown')} />
          </>
        )}
      </Side>
      <Side title={t('after')}>
        <Time label={t('came')} value={time(correction.in)} otherwise={t('unchanged')} />
        <Time label={t('left')} value={time(correction.out)} otherwise={t('unchanged')} />
      </Side>
    </SimpleGrid>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="sm" radius="md">
      <Text fz="xs" c="dimmed" fw={600} mb={4}>
        {title}
      </Text>
      {children}
    </Paper>
  );
}

function Time({
  label,
  value,
  otherwise,
}: {
  label: string;
  value: string | null | undefined;
  otherwise?: string;
}) {
  return (
    <Group gap={6} wrap="nowrap">
      <Text fz="sm" c="dimmed" miw={48}>
        {label}
      </Text>
      <Text fz="sm" fw={value ? 650 : 400} c={value ? undefined : 'dimmed'}>
        {value ?? otherwise}
      </Text>
    </Group>
  );
}
