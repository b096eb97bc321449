import { Button, Code, Table } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { csvOf, saveFile } from '../../ui/save-file.js';
import { Section } from '../../ui/section.js';
import { COLUMNS } from './list-columns.js';

/** Which columns a list has, and an empty one to begin with. */
export function PrepareList() {
  const { t } = useTranslation('imports');
  const template = (
    <Button
      variant="light"
      leftSection={<IconFileDownload size={18} />}
      onClick={() => saveFile('rollcall-people.csv', 'text/csv;charset=utf-8', csvOf([[...COLUMNS]]))}
    >
      {t('prepare.template')}
    </Button>
  );
  return (
    <Section title={t('prepare.title')} description={t('prepare.lead')} actions={template}>
      <Table verticalSpacing={6} layout="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('prepare.column')}</Table.Th>
            <Table.Th>{t('prepare.meaning')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('prepare.example')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {COLUMNS.map((column) => (
            <Table.Tr key={column}>
              <Table.Td>
                <Code fz="sm">{column}</Code>
              </Table.Td>
              <Table.Td fz="sm">{t(`columns.${column}.text`)}</Table.Td>
              <Table.Td fz="sm" c="dimmed" visibleFrom="sm">
                {t(`columns.${column}.example`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
