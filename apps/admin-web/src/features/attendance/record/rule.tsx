import { Anchor, Stack, Text } from '@mantine/core';
import type { PlannedShift } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../../ui/section.js';
import { ShiftFacts } from '../../shifts/shift-facts.js';
import { useDayWords } from '../use-day-words.js';

/** What the shift of a day said then; it may say something else by now. */
export function Rule({ plan }: { plan: PlannedShift[] }) {
  const { t } = useTranslation('attendance');
  const { date } = useDayWords();
  return (
    <Section title={t('record.rule')}>
      {plan.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('record.rulePlain')}
        </Text>
      )}
      <Stack gap="lg">
        {plan.map(({ shift }) => (
          <div key={shift.id}>
            <Anchor component={Link} to={`/attendance/shifts/${shift.id}`} fw={600}>
              {shift.validFrom
                ? t('record.ruleSince', { shift: shift.name, date: date(shift.validFrom, 'medium') })
                : t('record.ruleAlways', { shift: shift.name })}
            </Anchor>
            <ShiftFacts shift={shift} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}
