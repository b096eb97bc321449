import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FacePicture, type DrawnFace } from '../../ui/face-picture.js';
import { useObjectUrl } from '../../ui/object-url.js';
import { PhotoDrop } from '../../ui/photo-drop.js';

interface PhotoSlotProps {
  label: string;
  photo: File | null;
  faces?: DrawnFace[];
  maxHeight?: number;
  onPhoto: (photo: File | null) => void;
}

/** Takes one photo, then shows it in its place. */
export function PhotoSlot({ label, photo, faces, maxHeight = 260, onPhoto }: PhotoSlotProps) {
  const { t } = useTranslation('ui');
  const url = useObjectUrl(photo);
  if (!photo) return <PhotoDrop upright label={label} onPhotos={([first]) => first && onPhoto(first)} />;
  return (
    <Stack gap="xs" align="center">
      {url && <FacePicture src={url} alt={label} maxHeight={maxHeight} {...(faces ? { faces } : {})} />}
      <Button size="compact-sm" variant="subtle" onClick={() => onPhoto(null)}>
        {t('drop.replace')}
      </Button>
    </Stack>
  );
}
