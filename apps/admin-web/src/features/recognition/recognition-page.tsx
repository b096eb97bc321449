import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Denied } from '../../ui/denied.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { Compare } from './compare.js';
import { Search } from './search.js';

export function RecognitionPage() {
  const { t } = useTranslation('recognition');
  if (!useMay()('recognition.use')) return <Denied />;
  return (
    <Page title={t('title')} description={t('lead')}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Compare />
        <Search />
      </SimpleGrid>
    </Page>
  );
}
