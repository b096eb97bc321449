import { Button, Collapse, Stack, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Calibration } from '@rollcall/contracts';
import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Range } from '../../ui/charts/plot.js';
import { useShares } from './use-shares.js';

const EVERY = 0.05;
const onStep = (threshold: number) =>
  Math.abs(threshold / EVERY - Math.round(threshold / EVERY)) < EVERY / 100;

/** The curves as a table, for those who read numbers rather than lines. */
export function Numbers({ calibration, range }: { calibration: Calibration; range: Range }) {
  const { t } = useTranslation('calibration');
  const [opened, { toggle }] = useDisclosure();
  const { threshold, percent } = useShares();
  const rows = calibration.curve.filter(
    (at) => onStep(at.threshold) && at.threshold >= range.from && at.threshold <= range.to,
  );
  return (
    <Stack gap="xs" align="stretch">
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconTable size={16} />}
        aria-expanded={opened}
        onClick={toggle}
      >
        {t(opened ? 'numbers.hide' : 'numbers.show')}
      </Button>
      <Collapse expanded={opened}>
        <Table maw={520} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('numbers.threshold')}</Table.Th>
              <Table.Th ta="end">{t('numbers.fnir')}</Table.Th>
              <Table.Th ta="end">
                {t(calibration.own.verdict === 'too-few' ? 'curves.fpirTooFew' : 'numbers.fpir')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((at) => (
              <Table.Tr key={at.threshold}>
                <Table.Td>{threshold(at.threshold)}</Table.Td>
                <Table.Td ta="end">{at.fnir === null ? '–' : percent(at.fnir)}</Table.Td>
                <Table.Td ta="end">{percent(at.fpir)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Collapse>
    </Stack>
  );
}
