import { Button, Card, EmptyState, Skeleton, Stack } from '@mantine/core';
import type { ModelList } from '@rollcall/contracts';
import { IconArrowBackUp, IconCpu } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BackLink } from '../../ui/back-link.js';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { ModelCard } from './model-card.js';
import { useModels, useRollBackModel } from './models.queries.js';

export function ModelsPage() {
  const { t } = useTranslation('models');
  const { t: tSettings } = useTranslation('settings');
  const may = useMay();
  const models = useModels();
  if (!may('models.read')) return <Denied />;
  return (
    <Stack gap="lg">
      <BackLink to="/settings" label={tSettings('title')} />
      <Page
        title={t('title')}
        description={t('lead')}
        actions={may('models.edit') && models.data?.previous && <RollBack models={models.data} />}
      >
        {models.isPending && <Waiting />}
        {models.isError && <LoadFailure error={models.error} onRetry={() => void models.refetch()} />}
        {models.data && <Models models={models.data} />}
      </Page>
    </Stack>
  );
}

function Models({ models }: { models: ModelList }) {
  const { t } = useTranslation('models');
  const [query] = useSearchParams();
  const active = models.items.find(({ state }) => state === 'active');
  if (models.items.length === 0) {
    return (
      <Card>
        <EmptyState
          py={56}
          variant="light"
          icon={<IconCpu />}
          title={t('empty.title')}
          description={t('empty.text')}
        />
      </Card>
    );
  }
  return (
    <Stack gap="md">
      {models.items.map((model) => (
        <ModelCard
          key={model.pack}
          model={model}
          serving={active?.title ?? '–'}
          reportShown={model.jobId !== null && query.get('report') === model.jobId}
        />
      ))}
    </Stack>
  );
}

function RollBack({ models: { items, previous } }: { models: ModelList }) {
  const { t } = useTranslation('models');
  const confirm = useConfirmDelete();
  const toast = useToast();
  const rollBack = useRollBackModel();
  const title = items.find(({ pack }) => pack === previous)?.title ?? previous;
  const ask = () =>
    confirm({
      harmless: true,
      title: t('rollBack.title', { title }),
      text: t('rollBack.text'),
      confirm: t('rollBack.confirm'),
      onConfirm: () =>
        rollBack.mutate(undefined, {
          onSuccess: () => toast.done(t('serves', { title })),
          onError: toast.failed,
        }),
    });
  return (
    <Button
      variant="default"
      // Titles of packs are long: on a phone the words wrap rather than widen the page.
      h="auto"
      mih={36}
      py={6}
      maw="100%"
      styles={{ label: { whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'start' } }}
      leftSection={<IconArrowBackUp size={18} />}
      loading={rollBack.isPending}
      onClick={ask}
    >
      {t('rollBack.open', { title })}
    </Button>
  );
}

function Waiting() {
  return (
    <Stack gap="md" aria-busy="true">
      {[0, 1, 2].map((card) => (
        <Skeleton key={card} height={150} radius="lg" />
      ))}
    </Stack>
  );
}
