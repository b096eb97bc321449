import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useRecognitionSettings, useSaveRecognitionSettings } from '../recognition/recognition.queries.js';

/** Whether the pack's attribute networks run. They describe a face to whoever looks, and decide nothing. */
export function AttributesSwitch() {
  const { t } = useTranslation('settings');
  const { t: tApp } = useTranslation();
  const may = useMay();
  const toast = useToast();
  const settings = useRecognitionSettings();
  const save = useSaveRecognitionSettings();
  if (!settings.data) return null;
  return (
    <Switch
      label={t('pack.attributes')}
      description={t('pack.attributesHint')}
      checked={settings.data.attributes}
      disabled={!may('recognition.tune') || save.isPending}
      onChange={({ currentTarget }) =>
        save.mutate(
          { attributes: currentTarget.checked },
          { onSuccess: () => toast.done(tApp('saved')), onError: toast.failed },
        )
      }
    />
  );
}
