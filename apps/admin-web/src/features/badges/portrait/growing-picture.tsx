import { Center, Text } from '@mantine/core';
import type { Badge } from '@rollcall/contracts';
import { IconBrush } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../auth/permissions.js';
import { useFaces } from '../../faces/faces.queries.js';
import { FaceCrop } from '../studio/face-crop.js';
import { stylePicture } from '../styles/styles.queries.js';
import classes from './growing-picture.module.css';

interface GrowingPictureProps {
  badge: Badge;
  preview: string | null;
  name: string;
}

/** The picture of the moment. The one before stays until the next has loaded, so that nothing flickers. */
export function GrowingPicture({ badge, preview, name }: GrowingPictureProps) {
  const { t } = useTranslation('badges');
  const may = useMay();
  const [shown, setShown] = useState<string | null>(null);
  if (!may('badges.make')) return <Hidden badge={badge} />;
  return (
    <div className={classes.frame}>
      {shown === null && <Before badge={badge} />}
      {shown !== null && <img className={classes.layer} src={shown} alt={t('growing.picture', { name })} />}
      {preview !== null && preview !== shown && (
        <img className={classes.next} src={preview} alt="" onLoad={() => setShown(preview)} />
      )}
    </div>
  );
}

/** The photo, until there is something to see. */
function Before({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const faces = useFaces(badge.personId);
  const face = faces.data?.find(({ id }) => id === badge.faceId);
  return (
    <>
      {face && (
        <div className={classes.before}>
          <FaceCrop personId={badge.personId} face={face} alt="" />
        </div>
      )}
      <Center className={classes.words}>
        <IconBrush size={18} aria-hidden />
        <Text fz="sm" fw={600}>
          {t(badge.state === 'waiting' ? 'growing.soon' : 'growing.first')}
        </Text>
      </Center>
    </>
  );
}

/** Portraits are made of faces: auditors see the style instead. */
export function Hidden({ badge }: { badge: Pick<Badge, 'styleId'> }) {
  const { t } = useTranslation('badges');
  return (
    <div className={classes.frame}>
      <img className={classes.layer} src={stylePicture(badge.styleId)} alt={t('hidden')} />
    </div>
  );
}
