import { Group, Input, Text, UnstyledButton } from '@mantine/core';
import type { Face } from '@rollcall/contracts';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FaceCrop } from './face-crop.js';
import classes from './photo-choice.module.css';

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
  const best = bestOf(faces);
  return (
    <Input.Wrapper labelElement="div" label={t('subject.photo')}>
      <Group gap="md" mt={8}>
        {faces.map((face, index) => (
          <UnstyledButton
            key={face.id}
            className={classes.photo}
            aria-pressed={face === chosen}
            aria-label={t('subject.photoOf', { number: index + 1 })}
            onClick={() => onFace(face.id)}
          >
            <FaceCrop personId={personId} face={face} alt="" />
            {face === chosen && (
              <span className={classes.tick}>
                <IconCheck size={14} stroke={3} aria-hidden />
              </span>
            )}
            {face === best && faces.length > 1 && (
              <Text component="span" className={classes.best}>
                {t('subject.best')}
              </Text>
            )}
          </UnstyledButton>
        ))}
      </Group>
    </Input.Wrapper>
  );
}
