import { Badge } from '@mantine/core';
import type { DayStatus } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { STATUS_LOOK } from './day-looks.js';

export function StatusBadge({ status }: { status: DayStatus }) {
  const { t } = useTranslation('attendance');
  const { color, sign } = STATUS_LOOK[status];
  return (
    <Badge color={color} leftSection={<span aria-hidden>{sign}</span>}>
      {t(`status.${status}`)}
    </Badge>
  );
}
