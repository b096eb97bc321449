import { Alert, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { agreementReport, type AgreementReport } from '@rollcall/contracts';
import { IconReport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { useMoments } from '../../ui/moments.js';
import { useJob } from '../jobs/jobs.queries.js';
import { AgreementLists } from './agreement-lists.js';
import classes from './agreement.module.css';

const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** How decisions under a prepared pack differ from those of the pack that serves. */
export function AgreementOf({ jobId }: { jobId: string }) {
  const { t } = useTranslation('models');
  const job = useJob(jobId);
  if (job.isPending) return <Skeleton height={160} aria-busy="true" />;
  if (job.isError) return <LoadFailure error={job.error} onRetry={() => void job.refetch()} />;
  const report = agreementReport.safeParse(job.data.result);
  if (!report.success) {
    return (
      <Alert color="gray" icon={<IconReport />}>
        {t('report.none')}
      </Alert>
    );
  }
  return <Agreement report={report.data} />;
}

function Agreement({ report }: { report: AgreementReport }) {
  return (
    <Stack gap="lg" className={classes.report}>
      <Summary report={report} />
      <AgreementLists report={report} />
    </Stack>
  );
}

function Summary({ report }: { report: AgreementReport }) {
  const { t } = useTranslation('models');
  const { number } = useMoments();
  const share = report.probes === 0 ? null : report.agreeing / report.probes;
  return (
    <Stack gap="xs">
      {share === null ? (
        <Text>{t('report.noProbes')}</Text>
      ) : (
        <>
          <Text fz="lg" fw={650}>
            {t('report.agreeing', {
              share: number(share, { style: 'percent', maximumFractionDigits: 1 }),
              agreeing: number(report.agreeing),
              probes: number(report.probes),
            })}
          </Text>
          <Progress.Root size="md" radius="xl">
            <Progress.Section value={share * 100} color="green" aria-label={t('report.agreement')} />
            <Progress.Section value={(1 - share) * 100} color="orange" />
          </Progress.Root>
        </>
      )}
      <Text fz="sm" c="dimmed">
        {t('report.basis', {
          faces: number(report.faces),
          from: report.from,
          to: report.to,
          fromThreshold: number(report.fromThreshold, TWO),
          toThreshold: number(report.toThreshold, TWO),
        })}
      </Text>
    </Stack>
  );
}
