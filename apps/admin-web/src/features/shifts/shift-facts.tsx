import { DataList } from '@mantine/core';
import type { Shift } from '@rollcall/contracts';
import { useShiftWords } from './use-shift-words.js';

/** Everything that a shift says, for reading. */
export function ShiftFacts({ shift }: { shift: Shift }) {
  const { facts } = useShiftWords();
  return (
    <DataList size="sm" mt="xs">
      {facts(shift).map(([label, value]) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue>{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
