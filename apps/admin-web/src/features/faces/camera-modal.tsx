import { AspectRatio, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { IconCamera, IconCheck, IconRotate } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraView } from '../../ui/camera/camera-view.js';
import { grabFrame } from '../../ui/camera/grab-frame.js';
import { useCamera } from '../../ui/camera/use-camera.js';
import { useObjectUrl } from '../../ui/object-url.js';

interface CameraModalProps {
  opened: boolean;
  onClose: () => void;
  onPhoto: (photo: Blob) => void;
}

export function CameraModal({ opened, onClose, onPhoto }: CameraModalProps) {
  const { t } = useTranslation('faces');
  return (
    <Modal opened={opened} onClose={onClose} title={t('camera.title')} size="xl">
      {opened && <Studio onPhoto={onPhoto} />}
    </Modal>
  );
}

function Studio({ onPhoto }: { onPhoto: (photo: Blob) => void }) {
  const [shot, setShot] = useState<Blob | null>(null);
  return shot ? (
    <Review shot={shot} onAgain={() => setShot(null)} onUse={() => onPhoto(shot)} />
  ) : (
    <Viewfinder onShot={setShot} />
  );
}

function Viewfinder({ onShot }: { onShot: (shot: Blob) => void }) {
  const { t } = useTranslation('faces');
  const { t: tUi } = useTranslation('ui');
  const [chosen, setChosen] = useState<string | null>(null);
  const { video, state, cameras, retry } = useCamera(chosen);
  const button = useRef<HTMLButtonElement>(null);
  const ready = state.kind === 'ready';
  useEffect(() => {
    if (ready) button.current?.focus();
  }, [ready]);
  const shoot = async () => {
    const frame = video.current && (await grabFrame(video.current));
    if (frame) onShot(frame);
  };
  return (
    <Stack>
      <Text fz="sm" c="dimmed">
        {t('camera.advice')}
      </Text>
      <AspectRatio ratio={16 / 9} style={{ borderRadius: 12, overflow: 'hidden' }}>
        <CameraView video={video} state={state} onRetry={retry} />
      </AspectRatio>
      <Group justify="space-between">
        {cameras.length > 1 ? (
          <Select
            aria-label={tUi('camera.label')}
            allowDeselect={false}
            value={chosen ?? cameras[0]?.deviceId ?? null}
            onChange={setChosen}
            data={cameras.map((camera, index) => ({
              value: camera.deviceId,
              label: camera.label || tUi('camera.unnamed', { number: index + 1 }),
            }))}
          />
        ) : (
          <span />
        )}
        <Button
          ref={button}
          leftSection={<IconCamera size={18} />}
          disabled={!ready}
          onClick={() => void shoot()}
        >
          {t('camera.shoot')}
        </Button>
      </Group>
    </Stack>
  );
}

function Review({ shot, onAgain, onUse }: { shot: Blob; onAgain: () => void; onUse: () => void }) {
  const { t } = useTranslation('faces');
  const url = useObjectUrl(shot);
  return (
    <Stack>
      <AspectRatio ratio={16 / 9} style={{ borderRadius: 12, overflow: 'hidden' }}>
        {url && (
          <img src={url} alt={t('camera.taken')} style={{ objectFit: 'contain', background: '#0b1214' }} />
        )}
      </AspectRatio>
      <Group justify="flex-end">
        <Button variant="default" leftSection={<IconRotate size={18} />} onClick={onAgain}>
          {t('camera.again')}
        </Button>
        <Button leftSection={<IconCheck size={18} />} onClick={onUse} data-autofocus>
          {t('camera.use')}
        </Button>
      </Group>
    </Stack>
  );
}
