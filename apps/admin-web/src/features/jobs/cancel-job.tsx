import { Button } from '@mantine/core';
import type { Job } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { useToast } from '../../ui/toast.js';
import { useCancelJob } from './jobs.queries.js';

/** Stops a job, after a question that says what stays. */
export function CancelJob({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const toast = useToast();
  const confirm = useConfirmDelete();
  const cancel = useCancelJob();
  const ask = () =>
    confirm({
      title: t('cancel.title'),
      text: t(`kind.${job.kind}.cancelled`),
      confirm: t('cancel.confirm'),
      onConfirm: () => cancel.mutate(job.id, { onError: toast.failed }),
    });
  const stopping = job.cancelRequested;
  return (
    <Button size="xs" variant="default" disabled={stopping} loading={cancel.isPending} onClick={ask}>
      {t(stopping ? 'cancel.stopping' : 'cancel.open')}
    </Button>
  );
}
