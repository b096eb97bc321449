import { Anchor, Group, Text } from '@mantine/core';
import type { Shift } from '@rollcall/contracts';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DAY_OFF, startDrag } from './drag.js';
import { shiftStyle } from './shift-colors.js';
import classes from './roster.module.css';

/** The shifts, to be dragged onto days. Whoever cannot drag chooses days and then a shift. */
export function Palette({ shifts }: { shifts: Shift[] }) {
  const { t } = useTranslation('roster');
  if (shifts.length === 0)
    return (
      <Group gap="xs">
        <Text c="dimmed">{t('noShifts')}</Text>
        <Anchor component={Link} to="/attendance/shifts/new">
          {t('addShift')}
        </Anchor>
      </Group>
    );
  const chips = [...shifts.map(({ id, name }) => ({ id, name })), { id: DAY_OFF, name: t('dayOff') }];
  return (
    <Group gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('palette')}>
      {chips.map(({ id, name }) => (
        <li
          key={id}
          draggable
          className={`${classes.shift} ${classes.chip}`}
          style={id === DAY_OFF ? OFF_STYLE : shiftStyle(shifts, id)}
          onDragStart={(event) => startDrag(event.dataTransfer, id)}
        >
          {name}
        </li>
      ))}
    </Group>
  );
}

const OFF_STYLE = {
  '--shift-color': 'var(--mantine-color-dimmed)',
  '--shift-ground': 'var(--rc-surface-muted)',
} as CSSProperties;
