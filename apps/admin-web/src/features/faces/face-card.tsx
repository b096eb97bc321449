import { ActionIcon, Card, Group } from '@mantine/core';
import type { Face } from '@rollcall/contracts';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { Drawing, FacePicture } from '../../ui/face-picture.js';
import picture from '../../ui/face-picture.module.css';
import { useMoments } from '../../ui/moments.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { FaceVerdict } from './face-verdict.js';
import { photoAddress, useDeleteFace } from './faces.queries.js';
import { LikenessNote } from './likeness-note.js';

export function FaceCard({ personId, face, alt }: { personId: string; face: Face; alt: string }) {
  const moments = useMoments();
  const may = useMay();
  const size = { width: face.imageWidth, height: face.imageHeight };
  return (
    <Card padding="sm" radius="md">
      <Card.Section mb="sm" style={{ background: 'var(--rc-surface-muted)' }}>
        {may('faces.photo') ? (
          <FacePicture
            src={photoAddress(personId, face.id)}
            alt={alt}
            faces={[face]}
            size={size}
            maxHeight={220}
          />
        ) : (
          <div className={picture.frame} style={{ aspectRatio: size.width / size.height, maxWidth: 260 }}>
            <Drawing size={size} faces={[face]} />
          </div>
        )}
      </Card.Section>
      <LikenessNote face={face} />
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <FaceVerdict quality={face.quality} note={moments.date(face.createdAt)} />
        {may('faces.enroll') && <DeleteFace personId={personId} faceId={face.id} label={alt} />}
      </Group>
    </Card>
  );
}

function DeleteFace({ personId, faceId, label }: { personId: string; faceId: string; label: string }) {
  const { t } = useTranslation('faces');
  const { t: tApp } = useTranslation();
  const confirm = useConfirmDelete();
  const toast = useToast();
  const remove = useDeleteFace(personId);
  const ask = () =>
    confirm({
      title: t('delete.title'),
      text: t('delete.text'),
      onConfirm: () => remove.mutate(faceId, { onError: toast.failed }),
    });
  return (
    <ActionIcon
      variant="subtle"
      color="red"
      loading={remove.isPending}
      onClick={ask}
      aria-label={`${tApp('action.delete')}: ${label}`}
    >
      <IconTrash size={18} />
    </ActionIcon>
  );
}
