import { Stack, Switch, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { RecognitionSettings } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { AskedShare } from '../calibration/asked-share.js';
import { useShares } from '../calibration/use-shares.js';
import { CosineSlider } from './cosine-slider.js';

/** What of the settings this part of the form holds. */
type Values = Pick<
  RecognitionSettings,
  'automatic' | 'fpir' | 'threshold' | 'margin' | 'duplicateWindowSeconds'
>;
interface ThresholdFieldsProps {
  settings: RecognitionSettings;
  form: UseFormReturnType<Values>;
  editable: boolean;
}

/** The threshold: it follows the gallery and the strangers that may pass, or somebody sets it by hand. */
export function ThresholdFields({ settings, form, editable }: ThresholdFieldsProps) {
  const { t } = useTranslation('settings');
  return (
    <Stack gap="md">
      <Switch
        label={t('recognition.automatic')}
        description={t('recognition.automaticHint')}
        disabled={!editable}
        {...form.getInputProps('automatic', { type: 'checkbox' })}
      />
      {form.values.automatic ? (
        <AskedShare
          value={form.values.fpir}
          disabled={!editable}
          onChange={(fpir) => form.setFieldValue('fpir', fpir)}
        />
      ) : (
        <CosineSlider
          label={t('recognition.threshold')}
          description={t('recognition.thresholdHint')}
          max={1}
          fallback={settings.thresholdDefault}
          disabled={!editable}
          {...form.getInputProps('threshold')}
          value={form.values.threshold}
        />
      )}
      <InUse settings={settings} />
    </Stack>
  );
}

/** What the kiosks decide by at this moment, whatever is being tried in the form. */
function InUse({ settings: { threshold, people, expectedFpir } }: { settings: RecognitionSettings }) {
  const { t } = useTranslation('settings');
  const { number } = useMoments();
  const shares = useShares();
  return (
    <Text
      fz="sm"
      p="sm"
      style={{ borderRadius: 'var(--mantine-radius-md)', background: 'var(--rc-surface-muted)' }}
    >
      {t('recognition.inUse', {
        threshold: shares.threshold(threshold),
        people: number(people),
        share: shares.expected(expectedFpir),
      })}
    </Text>
  );
}
