import { Button, Group, Input, NumberInput, Skeleton, Slider, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { RecognitionSettings } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { useMoments } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useRecognitionSettings, useSaveRecognitionSettings } from '../recognition/recognition.queries.js';

export function RecognitionSection() {
  const { t } = useTranslation('settings');
  const settings = useRecognitionSettings();
  return (
    <Section title={t('recognition.title')} description={t('recognition.lead')}>
      {settings.isPending && <Skeleton height={200} />}
      {settings.isError && <LoadFailure error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <SettingsForm settings={settings.data} />}
    </Section>
  );
}

const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

function SettingsForm({ settings }: { settings: RecognitionSettings }) {
  const { t } = useTranslation('settings');
  const { t: tApp } = useTranslation();
  const { number } = useMoments();
  const toast = useToast();
  const editable = useMay()('recognition.tune');
  const save = useSaveRecognitionSettings();
  const start = { threshold: settings.threshold, duplicateWindowSeconds: settings.duplicateWindowSeconds };
  const form = useForm({ initialValues: start });
  const isDefault = Math.abs(form.values.threshold - settings.thresholdDefault) < 0.001;
  const submit = form.onSubmit((values) =>
    save.mutate(
      { ...values, threshold: isDefault ? null : values.threshold },
      { onSuccess: () => (toast.done(tApp('saved')), form.resetDirty()) },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <ProblemAlert error={save.error} />
        <Input.Wrapper label={t('recognition.threshold')} description={t('recognition.thresholdHint')}>
          <Slider
            mt="xs"
            mb="xl"
            min={0}
            max={1}
            step={0.01}
            disabled={!editable}
            label={(value) => number(value, TWO)}
            thumbProps={{ 'aria-label': t('recognition.threshold') }}
            marks={[{ value: settings.thresholdDefault, label: t('recognition.default') }]}
            {...form.getInputProps('threshold')}
          />
          <Group justify="space-between" gap="xs">
            <Text fw={700}>{number(form.values.threshold, TWO)}</Text>
            {editable && !isDefault && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => form.setFieldValue('threshold', settings.thresholdDefault)}
              >
                {t('recognition.reset')}
              </Button>
            )}
          </Group>
          <Text fz="xs" c="dimmed">
            {t('recognition.measured', {
              value: number(settings.thresholdDefault, TWO),
              source: settings.thresholdSource,
            })}
          </Text>
        </Input.Wrapper>
        <NumberInput
          label={t('recognition.window')}
          description={t('recognition.windowHint')}
          min={0}
          max={86_400}
          allowDecimal={false}
          clampBehavior="strict"
          suffix={t('recognition.seconds')}
          disabled={!editable}
          {...form.getInputProps('duplicateWindowSeconds')}
        />
        {editable && (
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {tApp('action.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
