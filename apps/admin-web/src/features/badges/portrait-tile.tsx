import { Badge as Tag, Card, Checkbox, Text } from '@mantine/core';
import type { Badge } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoments } from '../../ui/moments.js';
import { SquarePicture } from '../../ui/picture-card.js';
import { useMay } from '../auth/permissions.js';
import { STATE_COLOR } from './badge-looks.js';
import classes from './portrait-tile.module.css';
import { stylePicture } from './styles/styles.queries.js';
import { useMixtureName } from './styles/use-mixture-name.js';

interface PortraitTileProps {
  badge: Badge;
  chosen?: boolean;
  /** Null where it cannot be printed. */
  onToggle?: (() => void) | null;
  /** Where it is clear whose portraits these are. */
  nameless?: boolean;
}

/** A portrait among others. */
export function PortraitTile({
  badge,
  chosen = false,
  onToggle = null,
  nameless = false,
}: PortraitTileProps) {
  const { t } = useTranslation('badges');
  const moments = useMoments();
  const mixture = useMixtureName()(badge);
  const name = badge.personName;
  return (
    <Card component="article" padding={0} className={classes.tile} aria-label={t('portrait.of', { name })}>
      <Link to={`/badges/${badge.id}`} className={classes.link}>
        <Picture badge={badge} />
        <div className={classes.words}>
          <Text fw={600} truncate>
            {nameless ? mixture : name}
          </Text>
          <Text fz="sm" c="dimmed" truncate>
            {nameless ? moments.date(badge.createdAt) : mixture}
          </Text>
          {!nameless && (
            <Text fz="xs" c="dimmed">
              {moments.date(badge.createdAt)}
            </Text>
          )}
        </div>
      </Link>
      <State badge={badge} />
      {onToggle && (
        <Checkbox
          className={classes.check}
          size="md"
          checked={chosen}
          onChange={onToggle}
          aria-label={t('list.choose', { name, style: mixture })}
        />
      )}
    </Card>
  );
}

/** Only those who may see faces see portraits; without one, the style stands for it. */
function Picture({ badge }: { badge: Badge }) {
  const thumbnail = useMay()('badges.make') ? badge.thumbnailUrl : null;
  return <SquarePicture src={thumbnail ?? stylePicture(badge.styleId)} pale={!thumbnail} />;
}

/** Said only where there is something to say. */
function State({ badge: { state, likeness } }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  if (state === 'ready') {
    if (!likeness || likeness.recognisable) return null;
    return (
      <Tag className={classes.state} variant="filled" color="orange">
        {t('likeness.short')}
      </Tag>
    );
  }
  return (
    <Tag className={classes.state} variant="filled" color={STATE_COLOR[state]}>
      {t(`state.${state}`)}
    </Tag>
  );
}
