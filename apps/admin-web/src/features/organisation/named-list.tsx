import { ActionIcon, Box, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import classes from './named-list.module.css';

interface Named {
  id: string;
  name: string;
}
interface NamedListProps<T extends Named> {
  query: { data: T[] | undefined; isPending: boolean; error: unknown; refetch: () => unknown };
  empty: string;
  note?: (item: T) => string;
  editable: boolean;
  onEdit: (item: T) => void;
  onDelete: (item: T) => void;
}

export function NamedList<T extends Named>({
  query,
  empty,
  note,
  editable,
  onEdit,
  onDelete,
}: NamedListProps<T>) {
  if (query.isPending) return <Waiting />;
  if (query.error) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data?.length) return <Text c="dimmed">{empty}</Text>;
  return (
    <Stack gap={0} component="ul" className={classes.list}>
      {query.data.map((item) => (
        <Group component="li" key={item.id} className={classes.row} wrap="nowrap" justify="space-between">
          <Box style={{ minWidth: 0 }}>
            <Text fw={550} truncate>
              {item.name}
            </Text>
            {note && (
              <Text fz="sm" c="dimmed">
                {note(item)}
              </Text>
            )}
          </Box>
          {editable && (
            <Actions name={item.name} onEdit={() => onEdit(item)} onDelete={() => onDelete(item)} />
          )}
        </Group>
      ))}
    </Stack>
  );
}

function Actions({ name, onEdit, onDelete }: { name: string; onEdit: () => void; onDelete: () => void }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={onEdit}
        aria-label={`${t('action.edit')}: ${name}`}
      >
        <IconPencil size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        size="lg"
        onClick={onDelete}
        aria-label={`${t('action.delete')}: ${name}`}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}

function Waiting() {
  return (
    <Stack gap="xs">
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} height={40} />
      ))}
    </Stack>
  );
}
