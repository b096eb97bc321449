import { Button, Menu } from '@mantine/core';
import type { CardPdfQuery } from '@rollcall/contracts';
import { IconCreditCard, IconCrop, IconLayoutGrid, IconPrinter, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSaveFile } from '../use-save-file.js';

const PAPERS: { paper: CardPdfQuery['paper']; sign: Icon }[] = [
  { paper: 'card', sign: IconCreditCard },
  { paper: 'bleed', sign: IconCrop },
  { paper: 'a4', sign: IconLayoutGrid },
  { paper: 'letter', sign: IconLayoutGrid },
];

/** The card as a PDF, for whatever it is printed on. */
export function PrintMenu({ badgeId, employeeNo }: { badgeId: string; employeeNo: string }) {
  const { t } = useTranslation('badges');
  const save = useSaveFile();
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <Button size="xs" leftSection={<IconPrinter size={16} />} loading={save.isPending}>
          {t('print.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PAPERS.map(({ paper, sign: Sign }) => (
          <Menu.Item
            key={paper}
            leftSection={<Sign size={18} stroke={1.6} />}
            onClick={() =>
              save.mutate({
                path: `/badges/${badgeId}/card.pdf?paper=${paper}`,
                name: `badge-${employeeNo}-${paper}.pdf`,
              })
            }
          >
            {t(`print.${paper}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
