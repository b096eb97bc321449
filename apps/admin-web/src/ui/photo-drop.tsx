import { Flex, Stack, Text, ThemeIcon } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';

const KINDS = ['image/jpeg', 'image/png', 'image/webp'];

interface PhotoDropProps {
  label: string;
  many?: boolean;
  /** For narrow places: the sign above the words. */
  upright?: boolean;
  hint?: string;
  /** What is said instead of “drop a photo”. */
  words?: string;
  disabled?: boolean;
  loading?: boolean;
  onPhotos: (photos: File[]) => void;
}

export function PhotoDrop({
  label,
  many = false,
  upright = false,
  hint,
  words,
  disabled = false,
  loading = false,
  onPhotos,
}: PhotoDropProps) {
  const { t } = useTranslation('ui');
  const [rejected, setRejected] = useState(false);
  return (
    <Dropzone
      accept={KINDS}
      multiple={many}
      disabled={disabled}
      loading={loading}
      radius="md"
      p="lg"
      aria-label={label}
      inputProps={{ 'aria-label': label }}
      style={disabled ? { opacity: 0.55, cursor: 'not-allowed' } : undefined}
      onReject={() => setRejected(true)}
      onDrop={(photos) => {
        setRejected(false);
        onPhotos(photos);
      }}
    >
      <Flex
        gap={upright ? 'xs' : 'md'}
        direction={upright ? 'column' : 'row'}
        align="center"
        justify="center"
        mih={60}
        ta={upright ? 'center' : 'start'}
        style={{ pointerEvents: 'none' }}
      >
        <ThemeIcon size={44} radius="xl" variant="light">
          <IconPhotoPlus size={24} stroke={1.6} />
        </ThemeIcon>
        <Stack gap={2}>
          <Text fw={600}>{words ?? t(many ? 'drop.pickMany' : 'drop.pick')}</Text>
          <Text fz="sm" c={rejected ? 'red' : 'dimmed'} role={rejected ? 'alert' : undefined}>
            {rejected ? t('drop.rejected') : (hint ?? t('drop.kindsAny'))}
          </Text>
        </Stack>
      </Flex>
    </Dropzone>
  );
}
