import { Card, Group, SimpleGrid, Skeleton, Text } from '@mantine/core';
import type { CheckInSummary } from '@rollcall/contracts';
import {
  IconArrowsExchange,
  IconDeviceTablet,
  IconQuestionMark,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { useMoments } from '../../ui/moments.js';

interface SummaryCardsProps {
  summary: { data: CheckInSummary | undefined; error: unknown; refetch: () => unknown };
}

export function SummaryCards({ summary }: SummaryCardsProps) {
  const { t } = useTranslation('checkIns');
  const { number } = useMoments();
  if (summary.error) return <LoadFailure error={summary.error} onRetry={() => void summary.refetch()} />;
  const { data } = summary;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: 'sm', md: 'lg' }}>
      <Figure
        icon={IconUserCheck}
        label={t('summary.present')}
        value={data && number(data.present)}
        note={
          data && t('summary.ofEnrolled', { enrolled: number(data.enrolled), people: number(data.people) })
        }
      />
      <Figure
        icon={IconArrowsExchange}
        label={t('summary.punches')}
        value={data && number(data.punches)}
        note={t('summary.punchesNote')}
      />
      <Figure
        icon={IconQuestionMark}
        label={t('summary.unrecognised')}
        value={data && number(data.unknown + data.refused)}
        note={
          data &&
          t('summary.unrecognisedNote', { unknown: number(data.unknown), refused: number(data.refused) })
        }
      />
      <Figure
        icon={IconDeviceTablet}
        label={t('summary.devices')}
        value={data && number(data.devicesOnline)}
        note={t('summary.devicesNote')}
      />
    </SimpleGrid>
  );
}

interface FigureProps {
  icon: Icon;
  label: string;
  value: string | undefined;
  note: string | undefined;
}

function Figure({ icon: FigureIcon, label, value, note }: FigureProps) {
  return (
    <Card padding="md">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fz="sm" fw={550} c="dimmed">
          {label}
        </Text>
        <FigureIcon size={20} stroke={1.6} color="var(--mantine-color-dimmed)" aria-hidden />
      </Group>
      {value === undefined ? (
        <Skeleton height={34} width={64} my={6} />
      ) : (
        <Text fz={32} fw={700} lh={1.3} style={{ letterSpacing: '-0.02em' }}>
          {value}
        </Text>
      )}
      <Text fz="xs" c="dimmed" mih={18}>
        {note}
      </Text>
    </Card>
  );
}
