import { ActionIcon, Alert, Box, Group, Paper, Stack, Text } from '@mantine/core';
import type { ReportSchedule } from '@rollcall/contracts';
import { IconMailExclamation, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.js';
import { useProblemText } from '../../../api/problem-text.js';
import { useConfirmDelete } from '../../../ui/confirm-delete.js';
import { useToast } from '../../../ui/toast.js';
import { useDepartments, useSites } from '../../organisation/organisation.queries.js';
import { useEndSchedule } from './schedules.queries.js';
import { useScheduleWords } from './use-schedule-words.js';

/** One schedule in sentences: when, what, to whom, and how it went the last time. */
export function ScheduleCard({ schedule, editable }: { schedule: ReportSchedule; editable: boolean }) {
  const { t } = useTranslation('reports');
  const words = useScheduleWords();
  const { siteId, nextAt, lastSentAt, recipients } = schedule;
  const sent = lastSentAt ? t('mail.sent', { when: words.at(lastSentAt, siteId) }) : t('mail.unsent');
  const next = t('mail.next', { when: words.at(nextAt, siteId) });
  return (
    <Paper component="article" withBorder radius="md" p="md" aria-label={words.when(schedule)}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
          <Box style={{ minWidth: 0 }}>
            <Text fw={600}>{words.when(schedule)}</Text>
            <Text>{words.what(schedule)}</Text>
            <Facts schedule={schedule} />
            <Text fz="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {recipients.join(', ')}
            </Text>
            <Text fz="sm" mt={4}>
              {sent} · {next}
            </Text>
          </Box>
          {editable && <End schedule={schedule} />}
        </Group>
        <Failure schedule={schedule} />
      </Stack>
    </Paper>
  );
}

function Facts({ schedule: { departmentId, siteId, preset, lang } }: { schedule: ReportSchedule }) {
  const { t } = useTranslation('reports');
  const departments = useDepartments();
  const sites = useSites();
  const department = departments.data?.find(({ id }) => id === departmentId)?.name;
  const site = sites.data?.find(({ id }) => id === siteId)?.name;
  const facts = [
    department && t('mail.of.department', { name: department }),
    site && t('mail.of.site', { name: site }),
    preset && preset !== 'generic' && t(`presets.${preset}`),
    t(`mail.language.${lang}`),
  ];
  return (
    <Text fz="sm" c="dimmed">
      {facts.filter(Boolean).join(' · ')}
    </Text>
  );
}

function Failure({ schedule: { lastFailure, siteId } }: { schedule: ReportSchedule }) {
  const { t } = useTranslation('reports');
  const problem = useProblemText();
  const words = useScheduleWords();
  if (!lastFailure) return null;
  const { code, detail, at, nextAttemptAt } = lastFailure;
  return (
    <Alert
      p="sm"
      role="alert"
      color={nextAttemptAt ? 'yellow' : 'red'}
      icon={<IconMailExclamation />}
      title={t('mail.failed', { when: words.at(at, siteId) })}
    >
      <Text fz="sm">{problem.text(new ApiProblem({ status: 500, code, detail }))}</Text>
      <Text fz="sm" mt={4}>
        {nextAttemptAt ? t('mail.again', { when: words.at(nextAttemptAt, siteId) }) : t('mail.given')}
      </Text>
    </Alert>
  );
}

function End({ schedule }: { schedule: ReportSchedule }) {
  const { t } = useTranslation('reports');
  const { t: tApp } = useTranslation();
  const words = useScheduleWords();
  const confirm = useConfirmDelete();
  const toast = useToast();
  const end = useEndSchedule();
  const onSuccess = () => toast.done(t('mail.deleted'));
  const ask = () =>
    confirm({
      title: t('mail.delete'),
      text: t('mail.deleteText', { what: words.what(schedule) }),
      confirm: t('mail.deleteConfirm'),
      onConfirm: () => end.mutate(schedule.id, { onSuccess, onError: toast.failed }),
    });
  return (
    <ActionIcon
      variant="subtle"
      color="red"
      size="lg"
      loading={end.isPending}
      onClick={ask}
      aria-label={`${tApp('action.delete')}: ${words.when(schedule)}`}
    >
      <IconTrash size={18} />
    </ActionIcon>
  );
}
