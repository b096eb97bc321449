import { ActionIcon, Badge, Card, Group, Menu, Text, Title } from '@mantine/core';
import type { Device, DeviceWithKey } from '@rollcall/contracts';
import { IconDots, IconKey, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { useLocale } from '../../ui/locale.js';
import { formatDuration, useMoments } from '../../ui/moments.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useSites } from '../organisation/organisation.queries.js';
import { useDeleteDevice, useRotateKey } from './devices.queries.js';
import classes from './device-card.module.css';

interface DeviceCardProps {
  device: Device;
  onEdit: () => void;
  onNewKey: (device: DeviceWithKey) => void;
}

export function DeviceCard({ device, onEdit, onNewKey }: DeviceCardProps) {
  const { t } = useTranslation('devices');
  const moments = useMoments();
  const locale = useLocale();
  const sites = useSites();
  const editable = useMay()('devices.edit');
  return (
    <Card component="article" aria-label={device.name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Title order={2} fz="lg" style={{ overflowWrap: 'anywhere' }}>
            {device.name}
          </Title>
          <Text c="dimmed" fz="sm">
            {sites.data?.find((site) => site.id === device.siteId)?.name ?? ' '}
          </Text>
        </div>
        {editable && <DeviceMenu device={device} onEdit={onEdit} onNewKey={onNewKey} />}
      </Group>
      <Group mt="md" gap={8}>
        <span className={classes.dot} data-online={device.online} />
        <Text fz="sm" fw={550}>
          {t(device.online ? 'online' : device.lastSeenAt ? 'offline' : 'unpaired')}
        </Text>
        {device.lastSeenAt && !device.online && (
          <Text fz="sm" c="dimmed" title={moments.instant(device.lastSeenAt)}>
            {t('lastSeen', { ago: moments.ago(device.lastSeenAt) })}
          </Text>
        )}
      </Group>
      <Group mt="sm" gap={6}>
        <Badge color="gray">{t(`direction.${device.direction}`)}</Badge>
        {device.liveness !== null && (
          <Badge color={device.liveness ? 'gray' : 'yellow'}>
            {t(device.liveness ? 'liveness.on' : 'liveness.off')}
          </Badge>
        )}
        {device.showScores && <Badge color="yellow">{t('showsScores')}</Badge>}
      </Group>
      {device.clockSkewSeconds !== null && device.clockSkewSeconds !== 0 && (
        <Text mt="sm" fz="sm" c="yellow.8" role="note">
          {t(device.clockSkewSeconds > 0 ? 'clockAhead' : 'clockBehind', {
            by: formatDuration(Math.abs(device.clockSkewSeconds), locale),
          })}
        </Text>
      )}
    </Card>
  );
}

function DeviceMenu({ device, onEdit, onNewKey }: DeviceCardProps) {
  const { t } = useTranslation('devices');
  const { t: tApp } = useTranslation();
  const confirm = useConfirmDelete();
  const toast = useToast();
  const rotate = useRotateKey();
  const remove = useDeleteDevice();
  const askRotate = () =>
    confirm({
      title: t('rotate.title', { name: device.name }),
      text: t('rotate.text'),
      confirm: t('rotate.confirm'),
      onConfirm: () => rotate.mutate(device.id, { onSuccess: onNewKey, onError: toast.failed }),
    });
  const askDelete = () =>
    confirm({
      title: t('delete.title', { name: device.name }),
      text: t('delete.text'),
      onConfirm: () => remove.mutate(device.id, { onError: toast.failed }),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actions', { name: device.name })}>
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
          {tApp('action.edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKey size={16} />} onClick={askRotate}>
          {t('rotate.open')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={askDelete}>
          {tApp('action.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
