import { Button, NumberInput, Skeleton, Stack, Text } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { useForm } from '@mantine/form';
import type { RecognitionSettings } from '@rollcall/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadFailure } from '../../ui/load-failure.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SaveChanges } from '../../ui/save-changes.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useMeasurement } from '../recognition/use-measurement.js';
import { useRecognitionSettings, useSaveRecognitionSettings } from '../recognition/recognition.queries.js';
import { CosineSlider, isNear } from './cosine-slider.js';
import { ThresholdFields } from './threshold-fields.js';

export function RecognitionSection() {
  const { t } = useTranslation('settings');
  const settings = useRecognitionSettings();
  return (
    <Section title={t('recognition.title')} description={t('recognition.lead')} actions={<CalibrationLink />}>
      {settings.isPending && <Skeleton height={200} />}
      {settings.isError && <LoadFailure error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <Fields settings={settings.data} />}
    </Section>
  );
}

function CalibrationLink() {
  const { t } = useTranslation('calibration');
  return (
    <Button
      component={Link}
      to="/recognition/calibration"
      variant="light"
      size="xs"
      leftSection={<IconChartHistogram size={16} />}
    >
      {t('open')}
    </Button>
  );
}

/** The default is stored as null, so that it follows the pack when another one is chosen. */
const orDefault = (value: number, fallback: number) => (isNear(value, fallback) ? null : value);

function useSettingsForm(settings: RecognitionSettings) {
  const { t } = useTranslation();
  const toast = useToast();
  const client = useQueryClient();
  const save = useSaveRecognitionSettings();
  const { automatic, fpir, threshold, margin, duplicateWindowSeconds } = settings;
  const form = useForm({
    initialValues: { automatic, fpir, threshold, margin, duplicateWindowSeconds },
  });
  const submit = form.onSubmit((values) =>
    save.mutate(
      {
        threshold: values.automatic ? null : values.threshold,
        fpir: values.fpir,
        margin: orDefault(values.margin, settings.marginDefault),
        duplicateWindowSeconds: values.duplicateWindowSeconds,
      },
      {
        onSuccess: (saved) => {
          toast.done(t('saved'));
          // What follows the gallery was worked out by the server.
          form.setFieldValue('threshold', saved.threshold);
          form.resetDirty();
          void client.invalidateQueries({ queryKey: ['calibration'] });
        },
      },
    ),
  );
  return { form, save, submit };
}

function Fields({ settings }: { settings: RecognitionSettings }) {
  const { t } = useTranslation('settings');
  const editable = useMay()('recognition.tune');
  const measured = useMeasurement();
  const { form, save, submit } = useSettingsForm(settings);
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <ProblemAlert error={save.error} />
        <ThresholdFields settings={settings} form={form} editable={editable} />
        <CosineSlider
          label={t('recognition.margin')}
          description={t('recognition.marginHint')}
          max={0.5}
          fallback={settings.marginDefault}
          disabled={!editable}
          {...form.getInputProps('margin')}
          value={form.values.margin}
        />
        <Text fz="xs" c="dimmed">
          {t('recognition.measured', {
            source: measured(settings.measurement, settings.thresholdSource),
          })}
        </Text>
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
        {editable && <SaveChanges saving={save.isPending} changed={form.isDirty()} />}
      </Stack>
    </form>
  );
}
