import { Alert, Text } from '@mantine/core';
import type { PortraitLikeness } from '@rollcall/contracts';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStyleName } from '../styles/style-name.js';
import { useStyles } from '../styles/styles.queries.js';
import { LikenessBar } from './likeness-bar.js';

/** The instant style that keeps a likeness best, by name; null where it is the one that was used. */
function useGentlerStyle(styleId: string): string | null {
  const nameOf = useStyleName();
  // The server lists them by how well they keep it.
  const gentlest = useStyles().data?.find(({ instant }) => instant);
  return gentlest && gentlest.id !== styleId ? nameOf(gentlest) : null;
}

/** A little above the threshold is recognised, yet not at a glance. */
const CLEARLY = 0.12;

function verdictOf({ faceFound, similarity, threshold, recognisable }: PortraitLikeness) {
  if (!faceFound) return 'noFace';
  if (similarity === null) return 'unknown';
  if (!recognisable) return 'unlike';
  return similarity >= threshold + CLEARLY ? 'like' : 'justLike';
}

const LOOKS = {
  noFace: { color: 'orange', Icon: IconAlertTriangle },
  unlike: { color: 'orange', Icon: IconAlertTriangle },
  unknown: { color: 'gray', Icon: IconInfoCircle },
  justLike: { color: 'green', Icon: IconCircleCheck },
  like: { color: 'green', Icon: IconCircleCheck },
} as const;

interface LikenessVerdictProps {
  likeness: PortraitLikeness;
  styleId: string;
  /** A preset has fewer settings that could help. */
  instant: boolean;
}

/** Whether people will know the person by the portrait, as far as a kiosk can tell. */
export function LikenessVerdict({ likeness, styleId, instant }: LikenessVerdictProps) {
  const { t } = useTranslation('badges');
  const gentler = useGentlerStyle(styleId);
  const verdict = verdictOf(likeness);
  const { color, Icon } = LOOKS[verdict];
  return (
    <Alert color={color} icon={<Icon />} title={t(`likeness.${verdict}.title`)}>
      <Text fz="sm">
        {t(
          instant && (verdict === 'unlike' || verdict === 'noFace')
            ? `likeness.${verdict}.textInstant`
            : `likeness.${verdict}.text`,
          { gentler: gentler ? t('likeness.gentler', { name: gentler }) : '' },
        )}
      </Text>
      {likeness.similarity !== null && <LikenessBar likeness={likeness} similarity={likeness.similarity} />}
    </Alert>
  );
}
