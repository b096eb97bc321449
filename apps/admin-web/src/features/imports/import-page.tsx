import { Stack, Stepper } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BackLink } from '../../ui/back-link.js';
import { Denied } from '../../ui/denied.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { isOver, useJob } from '../jobs/jobs.queries.js';
import { ChooseFiles } from './choose-files.js';
import { ImportProgress } from './import-progress.js';
import { PrepareList } from './prepare-list.js';

export function ImportPage() {
  const { t } = useTranslation('imports');
  const { t: tPeople } = useTranslation('people');
  const [query, setQuery] = useSearchParams();
  const jobId = query.get('job');
  const [chosen, setChosen] = useState(false);
  const job = useJob(jobId);
  const over = job.data !== undefined && isOver(job.data);
  if (!useMay()('people.edit')) return <Denied />;
  return (
    <Stack gap="lg">
      <BackLink to="/people" label={tPeople('back')} />
      <Page title={t('title')} description={t('lead')}>
        <Steps active={jobId ? (over ? 3 : 2) : chosen ? 1 : 0} />
        {jobId ? (
          <ImportProgress key={jobId} jobId={jobId} onAnother={() => setQuery({})} />
        ) : (
          <>
            <PrepareList />
            <ChooseFiles
              onChosen={setChosen}
              onStarted={(id) => {
                setChosen(false);
                setQuery({ job: id });
              }}
            />
          </>
        )}
      </Page>
    </Stack>
  );
}

function Steps({ active }: { active: number }) {
  const { t } = useTranslation('imports');
  return (
    <Stepper active={active} size="sm" iconSize={32} visibleFrom="sm" allowNextStepsSelect={false}>
      {(['prepare', 'choose', 'report'] as const).map((step) => (
        <Stepper.Step key={step} label={t(`step.${step}.title`)} description={t(`step.${step}.text`)} />
      ))}
    </Stepper>
  );
}
