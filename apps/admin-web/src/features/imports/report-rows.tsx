import { Anchor, Badge, EmptyState, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import type { ImportOutcome, ImportRow } from '@rollcall/contracts';
import { IconMoodCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { useImportRows } from './imports.queries.js';
import { useReason } from './use-reason.js';

export function ReportRows({ jobId, outcome }: { jobId: string; outcome: 'refused' | 'all' }) {
  const { t } = useTranslation('imports');
  const rows = useImportRows(jobId, outcome);
  if (rows.isPending) return <Skeleton height={160} aria-busy="true" />;
  if (rows.isError) return <LoadFailure error={rows.error} onRetry={() => void rows.refetch()} />;
  const items = rows.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState
        py="lg"
        icon={<IconMoodCheck />}
        title={t(`report.none.${outcome}.title`)}
        description={t(`report.none.${outcome}.text`)}
      />
    );
  }
  return (
    <>
      <Rows rows={items} />
      <LoadMore
        shown={items.length}
        hasMore={rows.hasNextPage}
        loading={rows.isFetchingNextPage}
        onMore={() => void rows.fetchNextPage()}
      />
    </>
  );
}

function Rows({ rows }: { rows: ImportRow[] }) {
  const { t } = useTranslation('imports');
  return (
    <Table verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={64}>{t('report.line')}</Table.Th>
          <Table.Th>{t('report.person')}</Table.Th>
          <Table.Th>{t('report.result')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody style={{ verticalAlign: 'top' }}>
        {rows.map((row) => (
          <Table.Tr key={row.line}>
            <Table.Td c="dimmed">{row.line}</Table.Td>
            <Table.Td>
              <Person row={row} />
            </Table.Td>
            <Table.Td>
              <Results row={row} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Person({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  const name = row.name ?? t('report.nameless');
  return (
    <>
      {row.personId ? (
        <Anchor component={Link} to={`/people/${row.personId}`} fw={600} c="inherit">
          {name}
        </Anchor>
      ) : (
        <Text fw={600}>{name}</Text>
      )}
      <Text fz="sm" c="dimmed">
        {row.employeeNo ?? '–'}
      </Text>
    </>
  );
}

const COLORS: Record<ImportOutcome, string> = {
  waiting: 'gray',
  taken: 'green',
  unchanged: 'petrol',
  refused: 'orange',
};

/** The line itself first, then each of its photos: what became of it, and why not where it was not taken. */
function Results({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  const reason = useReason();
  return (
    <Stack gap={8}>
      <Result label={t(`outcome.${row.outcome}`)} outcome={row.outcome} reason={reason(row)} />
      {row.photos.map((photo) => (
        <Result
          key={photo.name}
          file={photo.name}
          label={t(`photoOutcome.${photo.outcome}`)}
          outcome={photo.outcome}
          reason={reason(photo)}
        />
      ))}
    </Stack>
  );
}

interface ResultProps {
  label: string;
  outcome: ImportOutcome;
  reason: string | null;
  file?: string;
}

function Result({ label, outcome, reason, file }: ResultProps) {
  return (
    <div>
      <Group gap={6}>
        <Badge color={COLORS[outcome]}>{label}</Badge>
        {file && (
          <Text fz="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {file}
          </Text>
        )}
      </Group>
      {reason && (
        <Text fz="sm" mt={2}>
          {reason}
        </Text>
      )}
    </div>
  );
}
