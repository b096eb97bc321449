import { Skeleton, Stack, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { RecognitionSettings } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SaveChanges } from '../../ui/save-changes.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import {
  usePack,
  useRecognitionSettings,
  useSaveRecognitionSettings,
} from '../recognition/recognition.queries.js';
import { CosineSlider, isNear } from './cosine-slider.js';

/** Whether faces have to be alive; nothing to set where the pack cannot tell. */
export function LivenessSection() {
  const { t } = useTranslation('settings');
  const pack = usePack();
  const settings = useRecognitionSettings();
  if (!pack.data?.liveness) return null;
  return (
    <Section title={t('liveness.title')} description={t('liveness.lead')}>
      {settings.isPending && <Skeleton height={200} />}
      {settings.isError && <LoadFailure error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <Fields liveness={settings.data.liveness} />}
    </Section>
  );
}

/** The measured one is stored as null, so that it follows a better measurement. */
const orMeasured = (value: number, measured: number) => (isNear(value, measured) ? null : value);

function Fields({ liveness }: { liveness: RecognitionSettings['liveness'] }) {
  const { t } = useTranslation('settings');
  const { t: tApp } = useTranslation();
  const editable = useMay()('recognition.tune');
  const toast = useToast();
  const save = useSaveRecognitionSettings();
  const { checkIn, checkInThreshold, enrollment, enrollmentThreshold } = liveness;
  const form = useForm({ initialValues: { checkIn, checkInThreshold, enrollment, enrollmentThreshold } });
  const submit = form.onSubmit((values) =>
    save.mutate(
      {
        liveness: {
          checkIn: values.checkIn,
          enrollment: values.enrollment,
          checkInThreshold: orMeasured(values.checkInThreshold, liveness.checkInThresholdDefault),
          enrollmentThreshold: orMeasured(values.enrollmentThreshold, liveness.enrollmentThresholdDefault),
        },
      },
      {
        onSuccess: () => {
          toast.done(tApp('saved'));
          form.resetDirty();
        },
      },
    ),
  );
  const place = (which: 'checkIn' | 'enrollment') => (
    <>
      <Switch
        label={t(`liveness.${which}`)}
        description={t(`liveness.${which}Hint`)}
        disabled={!editable}
        {...form.getInputProps(which, { type: 'checkbox' })}
      />
      {form.values[which] && (
        <CosineSlider
          label={t(`liveness.${which}Threshold`)}
          description={t('liveness.thresholdHint')}
          max={1}
          fallback={liveness[`${which}ThresholdDefault`]}
          disabled={!editable}
          {...form.getInputProps(`${which}Threshold`)}
          value={form.values[`${which}Threshold`]}
        />
      )}
    </>
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <ProblemAlert error={save.error} />
        {place('checkIn')}
        {place('enrollment')}
        {editable && <SaveChanges saving={save.isPending} changed={form.isDirty()} />}
      </Stack>
    </form>
  );
}
