import { Button, Card, EmptyState, SimpleGrid, Skeleton } from '@mantine/core';
import type { Device, DeviceWithKey } from '@rollcall/contracts';
import { IconDeviceTablet, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { DeviceCard } from './device-card.js';
import { DeviceDrawer } from './device-drawer.js';
import { DeviceKey } from './device-key.js';
import { useDevices } from './devices.queries.js';

export function DevicesPage() {
  const { t } = useTranslation('devices');
  const editable = useMay()('devices.edit');
  const [editing, setEditing] = useState<Device | 'new' | null>(null);
  const [fresh, setFresh] = useState<DeviceWithKey | null>(null);
  const add = editable && (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} description={t('lead')} actions={add}>
      <DeviceCards
        onAdd={editable ? () => setEditing('new') : null}
        onEdit={setEditing}
        onNewKey={setFresh}
      />
      <DeviceDrawer
        editing={editing}
        onClose={() => setEditing(null)}
        onCreated={(device) => {
          setEditing(null);
          setFresh(device);
        }}
      />
      <DeviceKey device={fresh} onDone={() => setFresh(null)} />
    </Page>
  );
}

interface DeviceCardsProps {
  onAdd: (() => void) | null;
  onEdit: (device: Device) => void;
  onNewKey: (device: DeviceWithKey) => void;
}

function DeviceCards({ onAdd, onEdit, onNewKey }: DeviceCardsProps) {
  const devices = useDevices();
  if (devices.isError) return <LoadFailure error={devices.error} onRetry={() => void devices.refetch()} />;
  if (devices.data?.length === 0) return <NoDevices onAdd={onAdd} />;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} aria-busy={devices.isPending}>
      {devices.isPending && [0, 1, 2].map((card) => <Skeleton key={card} height={150} radius="lg" />)}
      {devices.data?.map((device) => (
        <DeviceCard key={device.id} device={device} onEdit={() => onEdit(device)} onNewKey={onNewKey} />
      ))}
    </SimpleGrid>
  );
}

function NoDevices({ onAdd }: { onAdd: (() => void) | null }) {
  const { t } = useTranslation('devices');
  return (
    <Card>
      <EmptyState
        py={48}
        variant="light"
        icon={<IconDeviceTablet />}
        title={t('empty.title')}
        description={t('empty.text')}
      >
        {onAdd && (
          <EmptyState.Actions>
            <Button onClick={onAdd}>{t('add')}</Button>
          </EmptyState.Actions>
        )}
      </EmptyState>
    </Card>
  );
}
