import { Box, Group, Input } from '@mantine/core';
import type { Face } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { PictureChoice } from '../../../ui/picture-card.js';
import { FaceCrop } from './face-crop.js';

/** The one that the server takes where none is chosen. */
export const bestOf = (faces: readonly Face[]): Face | undefined =>
  faces.toSorted((a, b) => b.quality.score - a.quality.score)[0];

export const chosenOf = (faces: readonly Face[], faceId: string | null): Face | undefined =>
  faces.find(({ id }) => id === faceId) ?? bestOf(faces);

interface PhotoChoiceProps {
  personId: string;
  faces: Face[];
  faceId: string | null;
  onFace: (id: string) => void;
}

export function PhotoChoice({ personId, faces, faceId, onFace }: PhotoChoiceProps) {
  const { t } = useTranslation('badges');
  const chosen = chosenOf(faces, faceId);
  const best = faces.length > 1 ? bestOf(faces) : null;
  return (
    <Input.Wrapper labelElement="div" label={t('subject.photo')}>
      <Group gap="md" mt={8} align="flex-start">
        {faces.map((face, index) => (
          <Box key={face.id} w={104}>
            <PictureChoice
              picture={<FaceCrop personId={personId} face={face} alt="" />}
              label={t(face === best ? 'subject.bestPhotoOf' : 'subject.photoOf', { number: index + 1 })}
              caption={face === best ? t('subject.best') : undefined}
              chosen={face === chosen}
              onChoose={() => onFace(face.id)}
            />
          </Box>
        ))}
      </Group>
    </Input.Wrapper>
  );
}
