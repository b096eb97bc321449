import { Group, Text } from '@mantine/core';
import { DAY_STATUSES } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { STATUS_LOOK } from '../day-looks.js';
import { cellColors } from './cell-look.js';
import classes from './sheet.module.css';

export function SheetLegend() {
  const { t } = useTranslation('attendance');
  return (
    <Group gap="6px 16px" role="note" aria-label={t('legend.label')}>
      {DAY_STATUSES.map((status) => (
        <Group key={status} gap={6} wrap="nowrap">
          <span className={classes.key} style={cellColors(status)} aria-hidden>
            {STATUS_LOOK[status].sign}
          </span>
          <Text fz="xs">{t(`status.${status}`)}</Text>
        </Group>
      ))}
      <Group gap={6} wrap="nowrap">
        <span className={`${classes.key} ${classes.review}`} aria-hidden />
        <Text fz="xs">{t('legend.review')}</Text>
      </Group>
    </Group>
  );
}
