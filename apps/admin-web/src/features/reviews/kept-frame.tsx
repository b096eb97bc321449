import { AspectRatio, Button, Stack, Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import type { CheckInRecord } from '@rollcall/contracts';
import { IconPhoto, IconPhotoOff } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FacePicture } from '../../ui/face-picture.js';
import { frameAddress } from '../check-ins/check-ins.queries.js';
import classes from './review-card.module.css';

const MOSTLY = 0.6;

/** The picture of a check-in. It is fetched once it is really in view, because every look is recorded. */
export function KeptFrame({ checkIn, current }: { checkIn: CheckInRecord; current: boolean }) {
  const { t } = useTranslation('reviews');
  const { t: tCheckIns } = useTranslation('checkIns');
  const { ref, entry } = useIntersection<HTMLDivElement>({ threshold: MOSTLY });
  const [seen, setSeen] = useState(false);
  const inView = current || (entry?.isIntersecting ?? false);
  useEffect(() => {
    // Once shown it stays: scrolling back is not another look.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (inView) setSeen(true);
  }, [inView]);
  const refused = checkIn.decision !== 'matched';
  return (
    <div ref={ref} className={classes.frame}>
      {!checkIn.hasFrame && <Empty icon={<IconPhotoOff size={28} stroke={1.5} />} text={t('frame.gone')} />}
      {checkIn.hasFrame && !seen && (
        <Empty icon={<IconPhoto size={28} stroke={1.5} />} text={null}>
          <Button variant="default" size="xs" onClick={() => setSeen(true)}>
            {tCheckIns('frame.show')}
          </Button>
        </Empty>
      )}
      {checkIn.hasFrame && seen && (
        <FacePicture
          src={frameAddress(checkIn.id)}
          alt={tCheckIns('frame.alt')}
          faces={checkIn.box ? [{ box: checkIn.box, refused }] : []}
          failed={t('frame.gone')}
          maxHeight={260}
        />
      )}
    </div>
  );
}

function Empty({ icon, text, children }: { icon: ReactNode; text: string | null; children?: ReactNode }) {
  return (
    <AspectRatio ratio={16 / 10} style={{ borderRadius: 8, background: 'var(--rc-surface-muted)' }}>
      <Stack align="center" justify="center" gap={8} p="md" c="dimmed">
        {icon}
        {text && (
          <Text fz="sm" ta="center">
            {text}
          </Text>
        )}
        {children}
      </Stack>
    </AspectRatio>
  );
}
