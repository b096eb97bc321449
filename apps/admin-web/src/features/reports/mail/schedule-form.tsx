import { Button, Group, Stack, TagsInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { reportScheduleCreate } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { rulesOf } from '../../../ui/form-rules.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useToast } from '../../../ui/toast.js';
import type { Look, Wish } from '../reports.queries.js';
import { ContentFields, TimingFields, WhoseFields } from './schedule-fields.js';
import { scheduled, startScheduling, type Scheduling } from './schedule-values.js';
import { useAddSchedule } from './schedules.queries.js';
import { useScheduleWords } from './use-schedule-words.js';

const MOST_RECIPIENTS = 20;

function useScheduleForm(wish: Wish, look: Look): Scheduling {
  const { t } = useTranslation('reports');
  const { t: tUi } = useTranslation('ui');
  const rules = rulesOf(reportScheduleCreate, tUi);
  return useForm({
    initialValues: startScheduling(wish, look),
    validate: (values) => {
      const errors = rules(scheduled(values, look));
      // Of a list of addresses, the first that is none.
      const wrong = values.recipients.find((_, i) => `recipients.${i}` in errors);
      return { ...errors, ...(wrong && { recipients: t('mail.form.wrongAddress', { address: wrong }) }) };
    },
  });
}

interface ScheduleFormProps {
  wish: Wish;
  look: Look;
  onDone: () => void;
}

/** A report that is mailed from now on; what it will do stands below as a sentence. */
export function ScheduleForm({ wish, look, onDone }: ScheduleFormProps) {
  const { t } = useTranslation('reports');
  const toast = useToast();
  const words = useScheduleWords();
  const add = useAddSchedule();
  const form = useScheduleForm(wish, look);
  const asked = scheduled(form.values, look);
  const submit = form.onSubmit(() =>
    add.mutate(asked, {
      onSuccess: ({ nextAt, siteId }) => {
        toast.done(t('mail.added', { when: words.at(nextAt, siteId) }));
        onDone();
      },
    }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={add.error} />
        <ContentFields form={form} />
        <TimingFields form={form} />
        <WhoseFields form={form} />
        <TagsInput
          label={t('mail.form.recipients')}
          description={t('mail.form.recipientsHint', { most: MOST_RECIPIENTS })}
          placeholder={form.values.recipients.length === 0 ? 'payroll@example.org' : ''}
          splitChars={[',', ';', ' ', '\n']}
          maxTags={MOST_RECIPIENTS}
          inputMode="email"
          autoComplete="off"
          {...form.getInputProps('recipients')}
        />
        <Text fz="sm" c="dimmed">
          {t('mail.form.leaves')}
        </Text>
        <div role="status">
          <Text fw={600}>{words.when(asked)}</Text>
          <Text>{words.what(asked)}</Text>
        </div>
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t('mail.form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
