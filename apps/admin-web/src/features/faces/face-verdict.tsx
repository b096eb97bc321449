import { Group, Stack, Text } from '@mantine/core';
import type { FaceQuality } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { ScoreRing } from '../../ui/score-ring.js';

type Sharpness = 'good' | 'fair' | 'poor';
type Light = 'good' | 'dark' | 'bright';
type Pose = 'straight' | 'slight' | 'turned';

const sharpness = ({ sharpness: value }: FaceQuality): Sharpness =>
  value >= 0.6 ? 'good' : value >= 0.3 ? 'fair' : 'poor';
const light = ({ brightness }: FaceQuality): Light =>
  brightness < 0.25 ? 'dark' : brightness > 0.85 ? 'bright' : 'good';
const pose = ({ yaw, pitch, roll }: FaceQuality): Pose => {
  const degrees = Math.max(Math.abs(yaw), Math.abs(pitch), Math.abs(roll));
  return degrees < 12 ? 'straight' : degrees < 24 ? 'slight' : 'turned';
};

/** The quality of a face as a ring and four plain words. */
export function FaceVerdict({ quality, note }: { quality: FaceQuality; note?: string }) {
  const { t } = useTranslation('faces');
  const words = [
    t(`verdict.sharp.${sharpness(quality)}`),
    t(`verdict.light.${light(quality)}`),
    t(`verdict.pose.${pose(quality)}`),
  ];
  return (
    <Group gap="sm" wrap="nowrap" align="center">
      <ScoreRing score={quality.score} size={56} />
      <Stack gap={0}>
        <Text fz="sm" fw={550}>
          {words.join(t('verdict.and'))}
        </Text>
        <Text fz="xs" c="dimmed">
          {t('verdict.size', { pixels: Math.round(quality.faceSize) })}
          {note && ` · ${note}`}
        </Text>
      </Stack>
    </Group>
  );
}
