import { Button, Group, Text } from '@mantine/core';
import { REPORT_FORMATS } from '@rollcall/contracts';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, monthOf, today } from '../../ui/calendar.js';
import { Denied } from '../../ui/denied.js';
import { useLocale } from '../../ui/locale.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { useSaveFile } from '../badges/use-save-file.js';
import { Charts } from './charts.js';
import { Preview } from './preview.js';
import { fileOf, type Look, type Wish } from './reports.queries.js';
import { WishBar } from './wish-bar.js';

const start = (): Wish => ({
  kind: 'timesheet',
  ...monthOf(addMonths(today(), -1)),
  departmentId: null,
  siteId: null,
  person: null,
  preset: 'generic',
});

/** Letters are printed on in North America, A4 elsewhere. */
function useLook(): Look {
  const { i18n } = useTranslation();
  const locale = useLocale();
  return {
    lang: i18n.resolvedLanguage === 'zh-CN' ? 'zh-CN' : 'en',
    paper: /-(US|CA)\b/.test(locale) ? 'letter' : 'a4',
  };
}

export function ReportsPage() {
  const { t } = useTranslation('reports');
  const may = useMay();
  const look = useLook();
  const [wish, setWish] = useState(start);
  if (!may('attendance.read')) return <Denied />;
  return (
    <Page title={t('title')} description={t('lead')}>
      <Section title={t('choose')}>
        <WishBar wish={wish} onChange={(change) => setWish({ ...wish, ...change })} />
        <Files wish={wish} look={look} />
      </Section>
      <Section title={t('preview')}>
        <Preview wish={wish} look={look} />
      </Section>
      <Section title={t('charts')}>
        <Charts wish={wish} />
      </Section>
    </Page>
  );
}

function Files({ wish, look }: { wish: Wish; look: Look }) {
  const { t } = useTranslation('reports');
  const save = useSaveFile();
  return (
    <Group gap="sm" mt="md" role="group" aria-label={t('save')}>
      <Text fz="sm" fw={550}>
        {t('save')}
      </Text>
      {REPORT_FORMATS.map((format) => {
        const file = fileOf(wish, look, format);
        return (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={17} />}
            loading={save.isPending && save.variables.path === file.path}
            onClick={() => save.mutate(file)}
          >
            {t(`format.${format}`)}
          </Button>
        );
      })}
    </Group>
  );
}
