import { Button, Group } from '@mantine/core';
import type { Badge } from '@rollcall/contracts';
import { IconAdjustments, IconDownload, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useConfirmDelete } from '../../../ui/confirm-delete.js';
import { useToast } from '../../../ui/toast.js';
import { useMay } from '../../auth/permissions.js';
import { useDeleteBadge } from '../badges.queries.js';
import { useSaveFile } from '../use-save-file.js';

/** What can be done with a portrait that is no longer on its way. */
export function PortraitActions({ badge, employeeNo }: { badge: Badge; employeeNo: string }) {
  const { t } = useTranslation('badges');
  const save = useSaveFile();
  if (!useMay()('badges.make')) return null;
  return (
    <Group gap="sm">
      <Button
        component={Link}
        to={`/badges/new?from=${badge.id}`}
        leftSection={<IconAdjustments size={18} />}
      >
        {t('portrait.again')}
      </Button>
      {badge.portraitUrl && (
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={save.isPending}
          onClick={() =>
            save.mutate({ path: `/badges/${badge.id}/portrait.png`, name: `portrait-${employeeNo}.png` })
          }
        >
          {t('portrait.download')}
        </Button>
      )}
      <Delete badge={badge} />
    </Group>
  );
}

function Delete({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const { t: tApp } = useTranslation();
  const navigate = useNavigate();
  const confirm = useConfirmDelete();
  const toast = useToast();
  const remove = useDeleteBadge();
  const ask = () =>
    confirm({
      title: t('delete.title'),
      text: t('delete.text'),
      onConfirm: () =>
        remove.mutate(badge.id, {
          onSuccess: () => {
            toast.done(t('delete.done'));
            void navigate('/badges');
          },
          onError: toast.failed,
        }),
    });
  return (
    <Button
      variant="subtle"
      color="red"
      leftSection={<IconTrash size={18} />}
      loading={remove.isPending}
      onClick={ask}
    >
      {tApp('action.delete')}
    </Button>
  );
}
