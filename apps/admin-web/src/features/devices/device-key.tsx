import { Button, List, Text } from '@mantine/core';
import type { DeviceWithKey } from '@rollcall/contracts';
import { IconDeviceTabletCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SecretOnce } from '../../ui/secret-once.js';

/** The fragment never leaves the browser, so the key appears in no server's log. */
const pairingAddress = (key: string) => `/kiosk#key=${encodeURIComponent(key)}`;

export function DeviceKey({ device, onDone }: { device: DeviceWithKey | null; onDone: () => void }) {
  const { t } = useTranslation('devices');
  return (
    <SecretOnce
      title={t('key.title', { name: device?.name ?? '' })}
      label={t('key.label')}
      secret={device?.deviceKey ?? null}
      onDone={onDone}
    >
      <Text fz="sm" fw={600}>
        {t('key.how')}
      </Text>
      <List type="ordered" fz="sm" spacing={4}>
        <List.Item>{t('key.open', { address: `${window.location.origin}/kiosk` })}</List.Item>
        <List.Item>{t('key.paste')}</List.Item>
        <List.Item>{t('key.camera')}</List.Item>
      </List>
      {device && (
        <Button
          component="a"
          variant="default"
          w="fit-content"
          href={pairingAddress(device.deviceKey)}
          target="_blank"
          rel="noopener"
          leftSection={<IconDeviceTabletCheck size={18} />}
        >
          {t('key.here')}
        </Button>
      )}
    </SecretOnce>
  );
}
