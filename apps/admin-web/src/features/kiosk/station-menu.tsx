import { ActionIcon, Button, Modal, Select, Stack, Switch, Text } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { IconMaximize, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { HoldButton } from './hold-button.js';

interface SettingsProps {
  cameras: MediaDeviceInfo[];
  cameraId: string | null;
  sound: boolean;
  deviceName: string | null;
  onCamera: (id: string | null) => void;
  onSound: (on: boolean) => void;
  onUnpair: () => void;
}
interface StationMenuProps extends SettingsProps {
  opened: boolean;
  onOpen: () => void;
  onClose: () => void;
}

export function StationMenu({ opened, onOpen, onClose, ...settings }: StationMenuProps) {
  const { t } = useTranslation('kiosk');
  return (
    <>
      <ActionIcon variant="transparent" color="gray.3" size={44} onClick={onOpen} aria-label={t('menu.open')}>
        <IconSettings size={24} stroke={1.6} />
      </ActionIcon>
      <Modal opened={opened} onClose={onClose} title={t('menu.title')}>
        <Settings {...settings} />
      </Modal>
    </>
  );
}

function Settings({ cameras, cameraId, sound, deviceName, onCamera, onSound, onUnpair }: SettingsProps) {
  const { t } = useTranslation('kiosk');
  const { t: tUi } = useTranslation('ui');
  const { toggle } = useFullscreenDocument();
  const known = cameras.some((camera) => camera.deviceId === cameraId);
  return (
    <Stack gap="lg">
      <Select
        label={tUi('camera.label')}
        allowDeselect={false}
        data={cameras.map((camera, index) => ({
          value: camera.deviceId,
          label: camera.label || tUi('camera.unnamed', { number: index + 1 }),
        }))}
        value={known ? cameraId : (cameras[0]?.deviceId ?? null)}
        onChange={onCamera}
      />
      <Switch
        label={t('menu.sound')}
        checked={sound}
        onChange={(event) => onSound(event.currentTarget.checked)}
      />
      <Button variant="default" leftSection={<IconMaximize size={18} />} onClick={() => void toggle()}>
        {t('menu.fullScreen')}
      </Button>
      <div>
        <HoldButton label={t('menu.unpair')} onHeld={onUnpair} />
        <Text fz="sm" c="dimmed" mt={6}>
          {t('menu.unpairHint', { name: deviceName ?? 'Rollcall' })}
        </Text>
      </div>
    </Stack>
  );
}
