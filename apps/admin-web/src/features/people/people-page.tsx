import { Button, Card, EmptyState, Skeleton, Stack } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconTableImport, IconUserPlus, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { CreatePersonDrawer } from './create-person-drawer.js';
import { PeopleFilterBar } from './people-filter-bar.js';
import { PeopleTable } from './people-table.js';
import { NO_FILTERS, usePeople, type PeopleFilters } from './people.queries.js';

const TYPING_PAUSE_MS = 250;

export function PeoplePage() {
  const { t } = useTranslation('people');
  const { t: tImports } = useTranslation('imports');
  const may = useMay();
  const [creating, { open, close }] = useDisclosure();
  const [filters, setFilters] = useState(NO_FILTERS);
  const create = may('people.edit') && (
    <>
      <Button
        component={Link}
        to="/people/import"
        variant="default"
        leftSection={<IconTableImport size={18} />}
      >
        {tImports('open')}
      </Button>
      <Button leftSection={<IconUserPlus size={18} />} onClick={open}>
        {t('add')}
      </Button>
    </>
  );
  return (
    <Page title={t('title')} description={t('lead')} actions={create}>
      <Card padding={0}>
        <PeopleFilterBar filters={filters} onChange={setFilters} />
        <People
          filters={filters}
          onReset={() => setFilters(NO_FILTERS)}
          onCreate={may('people.edit') ? open : null}
        />
      </Card>
      <CreatePersonDrawer opened={creating} onClose={close} />
    </Page>
  );
}

interface PeopleProps {
  filters: PeopleFilters;
  onReset: () => void;
  onCreate: (() => void) | null;
}

function People({ filters, onReset, onCreate }: PeopleProps) {
  const [search] = useDebouncedValue(filters.search.trim(), TYPING_PAUSE_MS);
  const people = usePeople({ ...filters, search });
  if (people.isPending) return <Waiting />;
  if (people.isError) return <LoadFailure error={people.error} onRetry={() => void people.refetch()} />;
  const items = people.data.pages.flatMap((page) => page.items);
  const filtered = search !== '' || Boolean(filters.departmentId ?? filters.siteId ?? filters.status);
  if (items.length === 0)
    return filtered ? <NothingFound onReset={onReset} /> : <Nobody onCreate={onCreate} />;
  return (
    <div
      style={{ opacity: people.isPlaceholderData ? 0.6 : 1, paddingBottom: 16 }}
      aria-busy={people.isFetching}
    >
      <PeopleTable people={items} />
      <LoadMore
        shown={items.length}
        hasMore={people.hasNextPage}
        loading={people.isFetchingNextPage}
        onMore={() => void people.fetchNextPage()}
      />
    </div>
  );
}

function Waiting() {
  return (
    <Stack gap="xs" p="md" aria-busy="true">
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} height={44} />
      ))}
    </Stack>
  );
}

function Nobody({ onCreate }: { onCreate: (() => void) | null }) {
  const { t } = useTranslation('people');
  return (
    <EmptyState
      py={56}
      px="md"
      variant="light"
      icon={<IconUsers />}
      title={t('empty.title')}
      description={t('empty.text')}
    >
      {onCreate && (
        <EmptyState.Actions>
          <Button onClick={onCreate}>{t('add')}</Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}

function NothingFound({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation('people');
  return (
    <EmptyState
      py={56}
      px="md"
      icon={<IconUserSearch />}
      title={t('noMatch.title')}
      description={t('noMatch.text')}
    >
      <EmptyState.Actions>
        <Button variant="default" onClick={onReset}>
          {t('noMatch.reset')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
