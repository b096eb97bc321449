import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconCalendarExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DateRange } from '../../../ui/calendar.js';
import { useLocale } from '../../../ui/locale.js';
import { formatLocal } from '../../../ui/moments.js';
import type { PeriodFault } from './period-fault.js';

interface PeriodAlertProps {
  fault: PeriodFault;
  onChange: (range: DateRange) => void;
}

/** Instead of a report of a period that it cannot have: what to do. Trying again would change nothing. */
export function PeriodAlert({ fault, onChange }: PeriodAlertProps) {
  const { t } = useTranslation('reports');
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconCalendarExclamation />}
      title={t(`period.${fault.fault}.title`)}
    >
      <Stack gap="sm" align="flex-start">
        <Text fz="sm">{t(`period.${fault.fault}.text`)}</Text>
        {fault.fault !== 'order' && <Shorter {...fault} onChange={onChange} />}
      </Stack>
    </Alert>
  );
}

type ShorterProps = Exclude<PeriodFault, { fault: 'order' }> & Pick<PeriodAlertProps, 'onChange'>;

function Shorter({ fault, instead, month, most, onChange }: ShorterProps) {
  const { t } = useTranslation('reports');
  const locale = useLocale();
  const name = formatLocal(`${instead.from}T00:00:00`, locale, { year: 'numeric', month: 'long' });
  const last = fault === 'year' ? t('period.lastYear') : t('period.lastDays', { count: most });
  return (
    <Button size="xs" variant="default" onClick={() => onChange(instead)}>
      {month ? t('period.takeMonth', { month: name }) : last}
    </Button>
  );
}
