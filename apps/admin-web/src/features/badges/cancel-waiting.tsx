import { Button, Group } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useCancelWaiting } from './badges.queries.js';

/** For when too much was asked for. */
export function CancelWaiting() {
  const { t } = useTranslation('badges');
  const confirm = useConfirmDelete();
  const toast = useToast();
  const cancel = useCancelWaiting();
  if (!useMay()('badges.cancelWaiting')) return null;
  const ask = () =>
    confirm({
      title: t('queue.cancel.title'),
      text: t('queue.cancel.text'),
      confirm: t('queue.cancel.confirm'),
      onConfirm: () =>
        cancel.mutate(undefined, {
          onSuccess: ({ cancelled }) => toast.done(t('queue.cancel.done', { count: cancelled })),
          onError: toast.failed,
        }),
    });
  return (
    <Group mt="md">
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={18} />}
        loading={cancel.isPending}
        onClick={ask}
      >
        {t('queue.cancel.open')}
      </Button>
    </Group>
  );
}
