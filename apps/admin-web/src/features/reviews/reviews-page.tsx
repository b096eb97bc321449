import { Group, Kbd, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Denied } from '../../ui/denied.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { ReviewQueue } from './review-queue.js';
import type { ReviewFilters } from './reviews.queries.js';

const KINDS = ['unknown', 'ambiguous', 'matched'] as const;

export function ReviewsPage() {
  const { t } = useTranslation('reviews');
  const may = useMay();
  const [filters, setFilters] = useState<ReviewFilters>({ state: 'open', decision: null });
  if (!may('reviews.read')) return <Denied />;
  return (
    <Page title={t('title')} description={t(may('checkIns.frame') ? 'leadFrames' : 'lead')}>
      <Stack gap="md">
        <FilterBar filters={filters} onChange={setFilters} />
        <ReviewQueue key={`${filters.state}-${filters.decision}`} filters={filters} />
      </Stack>
    </Page>
  );
}

interface FilterBarProps {
  filters: ReviewFilters;
  onChange: (filters: ReviewFilters) => void;
}

function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation('reviews');
  const { t: tCheckIns } = useTranslation('checkIns');
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('state.label')}
          value={filters.state}
          data={(['open', 'reviewed'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(state) => onChange({ ...filters, state })}
        />
        <Select
          clearable
          w={210}
          aria-label={tCheckIns('log.decision')}
          placeholder={t('anyDecision')}
          data={KINDS.map((value) => ({ value, label: tCheckIns(`decision.${value}`) }))}
          value={filters.decision}
          onChange={(decision) => onChange({ ...filters, decision })}
        />
      </Group>
      {useMay()('reviews.decide') && <Keys />}
    </Group>
  );
}

function Keys() {
  const { t } = useTranslation('reviews');
  return (
    <Group gap={6} visibleFrom="md" aria-hidden>
      <Kbd>J</Kbd>
      <Kbd>K</Kbd>
      <Text fz="xs" c="dimmed" mr="xs">
        {t('keys.move')}
      </Text>
      {[1, 2, 3].map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      <Text fz="xs" c="dimmed" mr="xs">
        {t('keys.decide')}
      </Text>
      <Kbd>N</Kbd>
      <Text fz="xs" c="dimmed">
        {t('keys.note')}
      </Text>
    </Group>
  );
}
