import { Drawer, Stack, Text } from '@mantine/core';
import { NumberedName } from '../../people/numbered-name.js';
import type { PickedPerson } from '../../people/person-picker.js';
import { useDayWords } from '../use-day-words.js';
import { DayAccount } from './day-account.js';
import { DayActions } from './day-actions.js';

export interface ChosenDay {
  person: PickedPerson;
  date: string;
}

export function DayDrawer({ chosen, onClose }: { chosen: ChosenDay | null; onClose: () => void }) {
  const { date } = useDayWords();
  const title = chosen && (
    <Text inherit>
      <NumberedName {...chosen.person} /> · {date(chosen.date)}
    </Text>
  );
  return (
    <Drawer size="xl" opened={chosen !== null} onClose={onClose} title={title}>
      {chosen && (
        <Stack gap="lg">
          <DayAccount personId={chosen.person.id} date={chosen.date} />
          <DayActions {...chosen} />
        </Stack>
      )}
    </Drawer>
  );
}
