import { Alert, List, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import type { GalleryStatus } from '@rollcall/contracts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../ui/back-link.js';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { useMoments } from '../../ui/moments.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { GalleryStep } from './gallery-step.js';
import { useGallery } from './gallery.queries.js';
import { IndexSection } from './index-section.js';
import { MemorySection } from './memory-section.js';

export function GalleryPage() {
  const { t } = useTranslation('gallery');
  const { t: tSettings } = useTranslation('settings');
  const may = useMay();
  const gallery = useGallery();
  if (!may('models.read')) return <Denied />;
  return (
    <Stack gap="lg">
      <BackLink to="/settings" label={tSettings('title')} />
      <Page title={t('title')} description={t('lead')}>
        {gallery.isPending && <Waiting />}
        {gallery.isError && <LoadFailure error={gallery.error} onRetry={() => void gallery.refetch()} />}
        {gallery.data && <Gallery gallery={gallery.data} />}
      </Page>
    </Stack>
  );
}

function Gallery({ gallery }: { gallery: GalleryStatus }) {
  const editable = useMay()('models.edit');
  return (
    <Stack gap="lg">
      <Health gallery={gallery} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <MemorySection gallery={gallery} />
        <IndexSection gallery={gallery} />
      </SimpleGrid>
      {editable && (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
          <GalleryStep step="rotate-key" kind="templates.rotate-key" />
          <GalleryStep step="index" kind="gallery.index" urgent={gallery.faults.length > 0} />
        </SimpleGrid>
      )}
    </Stack>
  );
}

/** All is well, or what is not, in the server's words. */
function Health({ gallery: { faults, people, templates, searchedBy } }: { gallery: GalleryStatus }) {
  const { t } = useTranslation('gallery');
  const { number } = useMoments();
  const sizes = { people: number(people), templates: number(templates) };
  if (faults.length === 0) {
    return (
      <Alert role="status" color="green" icon={<IconCircleCheck />} title={t('health.well')}>
        {t(`health.${searchedBy}`, sizes)}
      </Alert>
    );
  }
  return (
    <Alert role="alert" color="orange" icon={<IconAlertTriangle />} title={t('health.faults')}>
      <List fz="sm" spacing={4}>
        {faults.map((fault) => (
          <List.Item key={fault}>{fault}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Waiting() {
  return (
    <Stack gap="lg" aria-busy="true">
      <Skeleton height={84} radius="lg" />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Skeleton height={220} radius="lg" />
        <Skeleton height={220} radius="lg" />
      </SimpleGrid>
    </Stack>
  );
}
