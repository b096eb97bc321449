import type { Badge, Face } from '@rollcall/contracts';
import { IconArrowsHorizontal } from '@tabler/icons-react';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../../ui/moments.js';
import { FaceCrop } from '../studio/face-crop.js';
import classes from './comparison.module.css';

interface ComparisonProps {
  badge: Badge;
  portraitUrl: string;
  name: string;
  /** Undefined once the photo was removed: then there is nothing to compare with. */
  face: Face | undefined;
}

/** Photo and portrait over one another. The handle is a range input: it is dragged, and moved by the arrow keys. */
export function Comparison({ badge, portraitUrl, name, face }: ComparisonProps) {
  const { t } = useTranslation('badges');
  const { percent } = useMoments();
  const [share, setShare] = useState(50);
  if (!face) return <img className={classes.alone} src={portraitUrl} alt={t('portrait.of', { name })} />;
  return (
    <div className={classes.frame} style={{ '--at': `${share}%` } as CSSProperties}>
      <img className={classes.after} src={portraitUrl} alt={t('portrait.of', { name })} draggable={false} />
      <div className={classes.before}>
        <FaceCrop personId={badge.personId} face={face} alt={t('compare.photoOf', { name })} />
      </div>
      <span className={classes.label} data-side="before" data-faint={share < 22 || undefined} aria-hidden>
        {t('compare.before')}
      </span>
      <span className={classes.label} data-side="after" data-faint={share > 78 || undefined} aria-hidden>
        {t('compare.after')}
      </span>
      <input
        type="range"
        className={classes.range}
        min={0}
        max={100}
        value={share}
        aria-label={t('compare.label')}
        aria-valuetext={t('compare.value', { before: percent(share / 100) })}
        onChange={(event) => setShare(Number(event.currentTarget.value))}
      />
      <span className={classes.line} aria-hidden>
        <span className={classes.knob}>
          <IconArrowsHorizontal size={20} />
        </span>
      </span>
    </div>
  );
}
