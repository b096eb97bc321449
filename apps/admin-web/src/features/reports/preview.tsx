import { EmptyState, List, Skeleton, Stack, Table, Text } from '@mantine/core';
import type { ReportPreview } from '@rollcall/contracts';
import { IconTableOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { usePreview, type Look, type Wish } from './reports.queries.js';
import { useCellWords } from './use-cell-words.js';

/** The beginning of a report, as the file will have it. */
export function Preview({ wish, look }: { wish: Wish; look: Look }) {
  const { t } = useTranslation('reports');
  const preview = usePreview(wish, look);
  if (preview.isError) return <LoadFailure error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton height={220} aria-busy="true" />;
  if (preview.data.rows.length === 0)
    return (
      <EmptyState
        py={40}
        icon={<IconTableOff />}
        title={t('nothing.title')}
        description={t('nothing.text')}
      />
    );
  return (
    <Stack gap="sm" style={{ opacity: preview.isPlaceholderData ? 0.6 : 1 }} aria-busy={preview.isFetching}>
      <Rows preview={preview.data} />
      {preview.data.more && <Text fz="sm">{t('more')}</Text>}
      <List fz="xs" c="dimmed">
        {preview.data.notes.map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </Stack>
  );
}

const LEFT: readonly string[] = ['text', 'date', 'moment'];

function Rows({ preview: { title, columns, rows } }: { preview: ReportPreview }) {
  const words = useCellWords();
  const align = (kind: string) => (LEFT.includes(kind) ? undefined : 'end');
  return (
    <Table.ScrollContainer minWidth={Math.max(320, columns.length * 64)}>
      <Table fz="sm" verticalSpacing={4} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, title: heading, kind }) => (
              <Table.Th key={key} ta={align(kind)} style={{ whiteSpace: 'nowrap' }}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, i) => (
            <Table.Tr key={i}>
              {columns.map(({ key, kind }, j) => (
                <Table.Td key={key} ta={align(kind)} style={{ whiteSpace: 'nowrap' }}>
                  {words(row[j] ?? null, kind)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
