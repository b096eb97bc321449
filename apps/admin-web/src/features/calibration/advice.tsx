import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { Calibration, RecognitionSettingsUpdate } from '@rollcall/contracts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useRecognitionSettings, useSaveRecognitionSettings } from '../recognition/recognition.queries.js';
import { useShares } from './use-shares.js';

/** Whether the threshold in use still fits the gallery, and the one step that makes it fit. */
export function Advice({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('calibration');
  const { number } = useMoments();
  const shares = useShares();
  const { warning, present, people, suggestedThreshold, askedFpir } = calibration;
  const words = {
    people: number(people),
    threshold: shares.threshold(present.threshold),
    share: shares.expected(present.fpir),
    asked: shares.strangers(askedFpir),
    suggested: shares.threshold(suggestedThreshold),
  };
  return (
    <Alert
      role={warning ? 'alert' : 'status'}
      color={warning === 'threshold-too-loose' ? 'orange' : warning ? 'yellow' : 'green'}
      icon={warning ? <IconAlertTriangle /> : <IconCircleCheck />}
      title={t(`advice.${warning ?? 'fine'}.title`)}
    >
      <Stack gap="sm">
        <Text fz="sm">{t(`advice.${warning ?? 'fine'}.text`, words)}</Text>
        {warning && <Steps calibration={calibration} />}
      </Stack>
    </Alert>
  );
}

function Steps({ calibration: { suggestedThreshold, askedFpir } }: { calibration: Calibration }) {
  const { t } = useTranslation('calibration');
  const client = useQueryClient();
  const toast = useToast();
  const shares = useShares();
  const mayTune = useMay()('recognition.tune');
  const settings = useRecognitionSettings();
  const save = useSaveRecognitionSettings();
  if (!mayTune) return null;
  const apply = (change: RecognitionSettingsUpdate) =>
    save.mutate(change, {
      onSuccess: (saved) => {
        toast.done(t('advice.applied', { threshold: shares.threshold(saved.threshold) }));
        void client.invalidateQueries({ queryKey: ['calibration'] });
      },
    });
  const threshold = shares.threshold(suggestedThreshold);
  return (
    <>
      <Group gap="xs">
        <Button
          size="xs"
          color="dark"
          loading={save.isPending}
          onClick={() => apply({ threshold: suggestedThreshold })}
        >
          {t('advice.apply', { threshold })}
        </Button>
        {settings.data && !settings.data.automatic && (
          <Button
            size="xs"
            variant="default"
            disabled={save.isPending}
            onClick={() => apply({ threshold: null, fpir: askedFpir })}
          >
            {t('advice.automatic')}
          </Button>
        )}
      </Group>
      <ProblemAlert error={save.error} />
    </>
  );
}
