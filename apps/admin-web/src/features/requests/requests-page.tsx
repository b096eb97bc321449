import { Button, EmptyState, Modal, SegmentedControl, SimpleGrid, Skeleton } from '@mantine/core';
import { requestStatus, type RequestStatus } from '@rollcall/contracts';
import { IconBeach, IconInbox, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { CorrectionForm } from './correction-form.js';
import { LeaveForm } from './leave-form.js';
import { RequestCard, type AnyRequest } from './request-card.js';
import { useCorrections, useLeaves } from './requests.queries.js';

export function RequestsPage() {
  const { t } = useTranslation('requests');
  const may = useMay();
  const [status, setStatus] = useState<RequestStatus>('requested');
  const [asking, setAsking] = useState<'correction' | 'leave' | null>(null);
  if (!may('attendance.read')) return <Denied />;
  const close = () => setAsking(null);
  const actions = may('attendance.edit') && (
    <>
      <Button variant="default" leftSection={<IconBeach size={18} />} onClick={() => setAsking('leave')}>
        {t('ask.leave')}
      </Button>
      <Button leftSection={<IconPencil size={18} />} onClick={() => setAsking('correction')}>
        {t('ask.correction')}
      </Button>
    </>
  );
  return (
    <Page title={t('title')} description={t('lead')} actions={actions}>
      <SegmentedControl
        w="fit-content"
        aria-label={t('status.label')}
        data={requestStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={status}
        onChange={setStatus}
      />
      <Requests status={status} />
      <Modal opened={asking !== null} onClose={close} size="lg" title={asking && t(`ask.${asking}`)}>
        {asking === 'correction' && <CorrectionForm onDone={close} />}
        {asking === 'leave' && <LeaveForm onDone={close} />}
      </Modal>
    </Page>
  );
}

function Requests({ status }: { status: RequestStatus }) {
  const corrections = useCorrections({ status });
  const leaves = useLeaves({ status });
  const failed = [corrections, leaves].find(({ isError }) => isError);
  if (failed) return <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!corrections.data || !leaves.data) return <Skeleton height={180} aria-busy="true" />;
  const all: AnyRequest[] = [
    ...corrections.data.pages.flatMap(({ items }) =>
      items.map((request) => ({ kind: 'correction' as const, request })),
    ),
    ...leaves.data.pages.flatMap(({ items }) =>
      items.map((request) => ({ kind: 'leave' as const, request })),
    ),
  ].sort((a, b) => (a.request.createdAt < b.request.createdAt ? 1 : -1));
  if (all.length === 0) return <Nothing waiting={status === 'requested'} />;
  const more = [corrections, leaves].filter(({ hasNextPage }) => hasNextPage);
  return (
    <>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {all.map((each) => (
          <RequestCard key={each.request.id} {...each} />
        ))}
      </SimpleGrid>
      <LoadMore
        shown={all.length}
        hasMore={more.length > 0}
        loading={more.some(({ isFetchingNextPage }) => isFetchingNextPage)}
        onMore={() => more.forEach((query) => void query.fetchNextPage())}
      />
    </>
  );
}

function Nothing({ waiting }: { waiting: boolean }) {
  const { t } = useTranslation('requests');
  const key = waiting ? 'empty.requested' : 'empty.decided';
  return <EmptyState py={56} icon={<IconInbox />} title={t(`${key}.title`)} description={t(`${key}.text`)} />;
}
