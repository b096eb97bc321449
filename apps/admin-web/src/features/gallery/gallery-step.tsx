import { Button, Stack } from '@mantine/core';
import type { JobKind } from '@rollcall/contracts';
import { IconDatabaseCog, IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { JobCard } from '../jobs/job-card.js';
import { isOver, useJobs } from '../jobs/jobs.queries.js';
import { useGalleryStep } from './gallery.queries.js';

interface GalleryStepProps {
  step: 'index' | 'rotate-key';
  kind: JobKind;
  urgent?: boolean;
}

/** Something that can be done to the whole gallery in the background, with how the last time went. */
export function GalleryStep({ step, kind, urgent = false }: GalleryStepProps) {
  const { t } = useTranslation('gallery');
  const confirm = useConfirmDelete();
  const start = useGalleryStep(step);
  const [last] = useJobs(null, kind).data?.pages[0]?.items ?? [];
  const running = last !== undefined && !isOver(last);
  const Sign = step === 'index' ? IconDatabaseCog : IconKey;
  const ask = () =>
    confirm({
      harmless: true,
      title: t(`step.${step}.question`),
      text: t(`step.${step}.follows`),
      confirm: t(`step.${step}.confirm`),
      onConfirm: () => start.mutate(),
    });
  return (
    <Section title={t(`step.${step}.title`)} description={t(`step.${step}.lead`)}>
      <Stack>
        <ProblemAlert error={start.error} />
        <Button
          w="fit-content"
          variant={urgent ? 'filled' : 'light'}
          leftSection={<Sign size={18} />}
          loading={start.isPending}
          disabled={running}
          onClick={ask}
        >
          {t(`step.${step}.open`)}
        </Button>
        {last && <JobCard job={last} linked={false} />}
      </Stack>
    </Section>
  );
}
