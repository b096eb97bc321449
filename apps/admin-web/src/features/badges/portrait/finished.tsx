import { Card, Stack, Text } from '@mantine/core';
import type { Badge } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../../ui/moments.js';
import { useMay } from '../../auth/permissions.js';
import { useFaces } from '../../faces/faces.queries.js';
import { useInstant } from '../styles/use-instant.js';
import { CardSection } from './card-section.js';
import { Comparison } from './comparison.js';
import classes from './finished.module.css';
import { Hidden } from './growing-picture.js';
import { LikenessVerdict } from './likeness-verdict.js';
import { LossCurve } from './loss-curve.js';
import { PortraitActions } from './portrait-actions.js';
import { SettingsFacts } from './settings-facts.js';

interface FinishedProps {
  badge: Badge;
  name: string;
  employeeNo: string;
}

/** What came of it: before and after, whether it is still the person, and the card. */
export function Finished({ badge, name, employeeNo }: FinishedProps) {
  const { t } = useTranslation('badges');
  const { number } = useMoments();
  const may = useMay();
  const sees = may('badges.make');
  const faces = useFaces(badge.personId, sees);
  const instant = useInstant(badge.styleId);
  const { steps = 0 } = badge.settings;
  const stoppedEarly = !badge.complete;
  return (
    <div className={classes.page}>
      <div className={classes.picture}>
        <Stack gap="sm">
          <Card padding={0}>
            {sees && badge.portraitUrl && !faces.isPending ? (
              <Comparison
                badge={badge}
                portraitUrl={badge.portraitUrl}
                name={name}
                face={faces.data?.find(({ id }) => id === badge.faceId)}
              />
            ) : (
              <Hidden badge={badge} />
            )}
          </Card>
          <Text fz="xs" c="dimmed">
            {t(sees ? 'portrait.audited' : 'portrait.hidden')}
          </Text>
        </Stack>
      </div>
      <div className={classes.story}>
        <Stack gap="lg">
          {badge.likeness && (
            <LikenessVerdict likeness={badge.likeness} styleId={badge.styleId} instant={instant} />
          )}
          {stoppedEarly && (
            <Text fz="sm" c="dimmed">
              {t('portrait.stoppedAt', { step: number(badge.step), steps: number(steps) })}
            </Text>
          )}
          <PortraitActions badge={badge} employeeNo={employeeNo} />
          {sees && <CardSection badge={badge} name={name} employeeNo={employeeNo} />}
          {badge.losses.length > 1 && (
            <Card component="section" aria-label={t('loss.title')}>
              <LossCurve points={badge.losses} steps={badge.step || steps} />
            </Card>
          )}
        </Stack>
      </div>
      <div className={classes.facts}>
        <SettingsFacts badge={badge} />
      </div>
    </div>
  );
}
