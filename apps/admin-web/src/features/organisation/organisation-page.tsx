import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { Departments } from './departments.js';
import { Sites } from './sites.js';

export function OrganisationPage() {
  const { t } = useTranslation('organisation');
  return (
    <Page title={t('title')} description={t('lead')}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Sites />
        <Departments />
      </SimpleGrid>
    </Page>
  );
}
