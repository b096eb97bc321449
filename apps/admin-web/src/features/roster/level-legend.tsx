import { rosterLevel } from '@rollcall/contracts';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './roster.module.css';

const PLAIN = {
  '--shift-color': 'var(--mantine-color-text)',
  '--shift-ground': 'var(--rc-surface-muted)',
} as CSSProperties;

/** How the borders of shifts tell who assigned them. */
export function LevelLegend() {
  const { t } = useTranslation('roster');
  return rosterLevel.options.map((level) => (
    <span key={level} className={classes.shift} data-level={level} style={{ ...PLAIN, fontSize: 12 }}>
      {t(`levels.${level}`)}
    </span>
  ));
}
