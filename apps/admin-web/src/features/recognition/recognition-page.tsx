import { Button, SimpleGrid } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Denied } from '../../ui/denied.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { Compare } from './compare.js';
import { Search } from './search.js';

export function RecognitionPage() {
  const { t } = useTranslation('recognition');
  if (!useMay()('recognition.use')) return <Denied />;
  return (
    <Page title={t('title')} description={t('lead')} actions={<CalibrationLink />}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Compare />
        <Search />
      </SimpleGrid>
    </Page>
  );
}

function CalibrationLink() {
  const { t } = useTranslation('calibration');
  if (!useMay()('recognition.settings')) return null;
  return (
    <Button
      component={Link}
      to="/recognition/calibration"
      variant="default"
      leftSection={<IconChartHistogram size={18} />}
    >
      {t('open')}
    </Button>
  );
}
