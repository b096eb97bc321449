import { Badge, Box, Group, Paper, Stack, Text } from '@mantine/core';
import { reportResult, type Job, type ReportResult } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useBytes } from '../../../ui/bytes.js';
import { useLocale } from '../../../ui/locale.js';
import { useMoments } from '../../../ui/moments.js';
import { useMay } from '../../auth/permissions.js';
import { CancelJob } from '../../jobs/cancel-job.js';
import { JobFault } from '../../jobs/job-fault.js';
import { STATE_COLOR } from '../../jobs/job-looks.js';
import { JobProgress } from '../../jobs/job-progress.js';
import { isOver, useLiveJob } from '../../jobs/jobs.queries.js';
import { SaveResult } from '../../jobs/save-result.js';

/** One report: which, how far it is, and the file once it is there. */
export function MadeFile({ job: listed }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const may = useMay();
  const job = useLiveJob(listed);
  const name = useName(job);
  const made = reportResult.safeParse(job.result);
  return (
    <Paper component="article" withBorder radius="md" p="sm" aria-label={name}>
      <Stack gap={8}>
        <Group justify="space-between" gap="sm" align="flex-start">
          <Box style={{ flex: '1 1 220px', minWidth: 0 }}>
            <Group gap={8}>
              <Text fw={600}>{name}</Text>
              {job.state !== 'completed' && (
                <Badge color={STATE_COLOR[job.state]}>{t(`state.${job.state}`)}</Badge>
              )}
            </Group>
            <Facts job={job} made={made.data} />
          </Box>
          {made.success && <SaveResult {...made.data} />}
          {!isOver(job) && may('reports.order') && <CancelJob job={job} />}
        </Group>
        {!isOver(job) && <JobProgress job={job} />}
        <JobFault job={job} />
      </Stack>
    </Paper>
  );
}

/** Jobs of before reports had a name have that of their file. */
function useName({ about, result }: Job): string {
  const { t } = useTranslation('reports');
  const locale = useLocale();
  const report = about?.report;
  if (!report) return reportResult.safeParse(result).data?.name ?? t('kind.label');
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const period = format.formatRange(new Date(report.from), new Date(report.to));
  return t('background.name', { kind: t(`kind.${report.kind}`), period });
}

function Facts({ job: { about, createdAt }, made }: { job: Job; made: ReportResult | undefined }) {
  const { t } = useTranslation('reports');
  const moments = useMoments();
  const size = useBytes();
  const facts = [
    about?.report && t(`format.${about.report.format}`),
    made && size(made.bytes),
    t('background.at', { ago: moments.ago(createdAt) }),
    made && t('background.kept', { date: moments.date(made.keptUntil) }),
  ];
  return (
    <Text fz="sm" c="dimmed">
      {facts.filter(Boolean).join(' · ')}
    </Text>
  );
}
