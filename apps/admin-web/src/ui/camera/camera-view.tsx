import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import { IconCameraOff } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './camera-view.module.css';
import type { CameraState } from './use-camera.js';

interface CameraViewProps {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  onRetry: () => void;
  tone?: 'calm' | 'busy' | 'good' | 'bad';
}

/** The mirrored picture with an oval to put the face in, or why there is none. */
export function CameraView({ video, state, onRetry, tone = 'calm' }: CameraViewProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.view}>
      <video
        ref={video}
        className={classes.video}
        muted
        playsInline
        autoPlay
        aria-label={t('camera.preview')}
      />
      {state.kind === 'ready' && (
        <svg
          className={classes.guide}
          viewBox="0 0 160 90"
          preserveAspectRatio="xMidYMid slice"
          aria-hidden="true"
        >
          <ellipse cx="80" cy="44" rx="23" ry="31" data-tone={tone} />
        </svg>
      )}
      {state.kind !== 'ready' && (
        <Center className={classes.cover} p="lg">
          {state.kind === 'starting' ? (
            <Stack align="center">
              <Loader type="dots" color="gray" />
              <Text c="gray.4">{t('camera.start')}</Text>
            </Stack>
          ) : (
            <Stack align="center" maw={460} gap="md" role="alert">
              <IconCameraOff size={48} stroke={1.4} color="#ffb454" />
              <Text ta="center" c="gray.1">
                {t(`camera.${state.fault}`)}
              </Text>
              <Button variant="white" color="dark" onClick={onRetry}>
                {t('retry')}
              </Button>
            </Stack>
          )}
        </Center>
      )}
    </div>
  );
}
