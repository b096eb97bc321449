import { Button, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import { MAX_SHEET_BADGES, sheetPaper } from '@rollcall/contracts';
import { IconPrinter, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './sheet-bar.module.css';
import { useCardWords } from './badges.queries.js';
import { CardWarnings } from './card/card-warnings.js';
import { useSaveFile } from './use-save-file.js';

const pathOf = (badges: readonly string[], paper: string) =>
  `/badges/sheet.pdf?${new URLSearchParams([...badges.map((id) => ['badge', id]), ['paper', paper]])}`;

/** Stays in sight while portraits are chosen: prints their cards, ten to a page. */
export function SheetBar({ chosen, onClear }: { chosen: string[]; onClear: () => void }) {
  const { t } = useTranslation('badges');
  const save = useSaveFile();
  const tooMany = chosen.length > MAX_SHEET_BADGES;
  const words = useCardWords(tooMany ? [] : chosen);
  if (chosen.length === 0) return null;
  return (
    <Paper className={classes.bar} shadow="md" withBorder role="region" aria-label={t('sheet.label')}>
      <Stack gap="sm">
        {words.data && <CardWarnings {...words.data} />}
        <Group justify="space-between" gap="sm">
          <Text fw={600}>
            {tooMany
              ? t('sheet.tooMany', { most: MAX_SHEET_BADGES })
              : t('sheet.chosen', { count: chosen.length })}
          </Text>
          <Group gap="sm">
            <Button variant="subtle" color="gray" leftSection={<IconX size={16} />} onClick={onClear}>
              {t('sheet.clear')}
            </Button>
            <Menu position="top-end">
              <Menu.Target>
                <Button leftSection={<IconPrinter size={18} />} disabled={tooMany} loading={save.isPending}>
                  {t('sheet.print')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {sheetPaper.options.map((paper) => (
                  <Menu.Item
                    key={paper}
                    onClick={() => save.mutate({ path: pathOf(chosen, paper), name: `badges-${paper}.pdf` })}
                  >
                    {t(`sheet.${paper}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}
