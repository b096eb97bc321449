import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { About } from './about.js';
import { Appearance } from './appearance.js';
import { LivenessSection } from './liveness-section.js';
import { PackSection } from './pack-section.js';
import { QualitySection } from './quality-section.js';
import { RecognitionSection } from './recognition-section.js';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const may = useMay();
  return (
    <Page title={t('title')}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Stack gap="lg">
          <PackSection />
          {may('recognition.settings') && <RecognitionSection />}
          {may('recognition.settings') && <LivenessSection />}
          {may('recognition.settings') && <QualitySection />}
        </Stack>
        <Stack gap="lg">
          <Appearance />
          <About />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}
