import { Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Section } from '../../ui/section.js';
import { CheckInList } from './check-in-list.js';
import { useRecentOf } from './check-ins.queries.js';

export function RecentCheckIns({ personId }: { personId: string }) {
  const { t } = useTranslation('checkIns');
  const recent = useRecentOf(personId);
  const records = recent.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('recent.title')}>
      {recent.isPending && <Skeleton height={120} />}
      {recent.isError && <LoadFailure error={recent.error} onRetry={() => void recent.refetch()} />}
      {recent.isSuccess && records.length === 0 && <Text c="dimmed">{t('recent.empty')}</Text>}
      {records.length > 0 && (
        <>
          <CheckInList records={records} namePeople={false} />
          <LoadMore
            shown={records.length}
            hasMore={recent.hasNextPage}
            loading={recent.isFetchingNextPage}
            onMore={() => void recent.fetchNextPage()}
          />
        </>
      )}
    </Section>
  );
}
