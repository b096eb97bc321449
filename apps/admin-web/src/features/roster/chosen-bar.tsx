import { Button, Group, Select, Text } from '@mantine/core';
import type { Shift } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { DAY_OFF } from './drag.js';
import type { ChosenDays } from './use-chosen-days.js';

interface ChosenBarProps {
  chosen: ChosenDays;
  shifts: Shift[];
  saving: boolean;
  onAssign: (what: string) => void;
}

/** What is done with the days that are chosen: the way without a mouse. */
export function ChosenBar({ chosen, shifts, saving, onAssign }: ChosenBarProps) {
  const { t } = useTranslation('roster');
  const { number } = useMoments();
  if (chosen.count === 0)
    return (
      <Text fz="sm" c="dimmed">
        {t('chosenNone')} {t('keys')}
      </Text>
    );
  const { count, people } = chosen;
  const said = {
    days: t('chosenDays', { count, number: number(count) }),
    people: t('chosenPeople', { count: people.length, number: number(people.length) }),
  };
  return (
    <Group gap="sm">
      <Text fz="sm" fw={600} aria-live="polite">
        {t('chosen', said)}
      </Text>
      <Select
        aria-label={t('assignTo')}
        placeholder={t('assignTo')}
        w={240}
        disabled={saving}
        value={null}
        data={[
          ...shifts.map(({ id, name }) => ({ value: id, label: name })),
          { value: DAY_OFF, label: t('dayOff') },
        ]}
        onChange={(what) => what && onAssign(what)}
      />
      <Button variant="default" onClick={chosen.clear}>
        {t('clear')}
      </Button>
    </Group>
  );
}
