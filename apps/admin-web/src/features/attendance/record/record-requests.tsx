import { Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.js';
import { RequestCard } from '../../requests/request-card.js';
import { useCorrections, useLeaves } from '../../requests/requests.queries.js';

/** What was asked for about a day, with the versions before and after. */
export function RecordRequests({ personId, date }: { personId: string; date: string }) {
  const { t } = useTranslation('attendance');
  const about = { personId, from: date, to: date };
  const corrections = useCorrections(about);
  const leaves = useLeaves(about);
  if (!corrections.data || !leaves.data) return <Skeleton height={90} />;
  const asked = [
    ...corrections.data.pages.flatMap(({ items }) =>
      items.map((request) => ({ kind: 'correction' as const, request })),
    ),
    ...leaves.data.pages.flatMap(({ items }) =>
      items.map((request) => ({ kind: 'leave' as const, request })),
    ),
  ];
  return (
    <Section title={t('record.requests')}>
      {asked.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('record.noRequests')}
        </Text>
      )}
      <Stack>
        {asked.map((each) => (
          <RequestCard key={each.request.id} {...each} named={false} />
        ))}
      </Stack>
    </Section>
  );
}
