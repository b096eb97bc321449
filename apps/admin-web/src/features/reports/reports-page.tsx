import { Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { REPORT_FORMATS } from '@rollcall/contracts';
import { IconDownload, IconMail, IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { addMonths, monthOf, today } from '../../ui/calendar.js';
import { Denied } from '../../ui/denied.js';
import { useLocale } from '../../ui/locale.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { useSaveFile } from '../badges/use-save-file.js';
import { MadeFiles } from './background/made-files.js';
import { OrderMenu } from './background/order-menu.js';
import { Charts } from './charts/charts.js';
import { MailTab } from './mail/mail-tab.js';
import { Preview } from './preview.js';
import { PeriodAlert } from './period/period-alert.js';
import { faultOf } from './period/period-fault.js';
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
  const [query, setQuery] = useSearchParams();
  const tab = query.get('tab') === 'mail' ? 'mail' : 'now';
  if (!may('attendance.read')) return <Denied />;
  return (
    <Page title={t('title')} description={t('lead')}>
      <Tabs
        keepMounted={false}
        value={tab}
        onChange={(next) => setQuery(next === 'mail' ? { tab: next } : {}, { replace: true })}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="now" leftSection={<IconReportAnalytics size={18} />}>
            {t('tab.now')}
          </Tabs.Tab>
          <Tabs.Tab value="mail" leftSection={<IconMail size={18} />}>
            {t('tab.mail')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="now">
          <Now wish={wish} look={look} onChange={(change) => setWish({ ...wish, ...change })} />
        </Tabs.Panel>
        <Tabs.Panel value="mail">
          <MailTab wish={wish} look={look} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

interface NowProps {
  wish: Wish;
  look: Look;
  onChange: (change: Partial<Wish>) => void;
}

function Now({ wish, look, onChange }: NowProps) {
  const { t } = useTranslation('reports');
  const fault = faultOf(wish);
  return (
    <Stack gap="lg">
      <Section title={t('choose')}>
        <WishBar wish={wish} onChange={onChange} />
        <Files wish={wish} look={look} possible={fault === null} />
      </Section>
      <MadeFiles />
      <Section title={t('preview')}>
        {fault ? <PeriodAlert fault={fault} onChange={onChange} /> : <Preview wish={wish} look={look} />}
      </Section>
      {(fault === null || fault.fault === 'timesheet') && (
        <Section title={t('charts')}>
          <Charts wish={wish} />
        </Section>
      )}
    </Stack>
  );
}

function Files({ wish, look, possible }: { wish: Wish; look: Look; possible: boolean }) {
  const { t } = useTranslation('reports');
  const save = useSaveFile();
  const may = useMay();
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
            disabled={!possible}
            loading={save.isPending && save.variables.path === file.path}
            onClick={() => save.mutate(file)}
          >
            {t(`format.${format}`)}
          </Button>
        );
      })}
      {may('reports.order') && <OrderMenu wish={wish} look={look} disabled={!possible} />}
    </Group>
  );
}
