import { EmptyState, SimpleGrid } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { Compare } from './compare.js';
import { Search } from './search.js';

export function RecognitionPage() {
  const { t } = useTranslation('recognition');
  const { t: tApp } = useTranslation();
  if (!useMay()('recognition.use')) {
    return (
      <EmptyState
        py={80}
        icon={<IconLock />}
        title={tApp('denied.title')}
        description={tApp('denied.text')}
      />
    );
  }
  return (
    <Page title={t('title')} description={t('lead')}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Compare />
        <Search />
      </SimpleGrid>
    </Page>
  );
}
