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

type Advised = NonNullable<Calibration['warning']> | 'unclear' | 'byPack' | 'fine';

const COLORS: Record<Advised, string> = {
  'own-gallery-above': 'orange',
  'threshold-too-loose': 'orange',
  'threshold-too-strict': 'yellow',
  unclear: 'gray',
  byPack: 'green',
  fine: 'green',
};

/** The server's warning; without one, what the own people count is not passed over. */
function advisedBy({ warning, own }: Calibration): Advised {
  if (warning) return warning;
  if (own.verdict === 'too-few') return 'byPack';
  return own.verdict === 'unclear' ? 'unclear' : 'fine';
}

/** Whether the threshold in use still fits the gallery, and the one step that makes it fit. */
export function Advice({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('calibration');
  const { number } = useMoments();
  const shares = useShares();
  const { warning, present, people, suggestedThreshold, askedFpir, own } = calibration;
  const advised = advisedBy(calibration);
  const words = {
    people: number(people),
    threshold: shares.threshold(present.threshold),
    share: shares.expected(present.fpir),
    asked: shares.strangers(askedFpir),
    askedPercent: shares.percent(askedFpir),
    suggested: shares.threshold(suggestedThreshold),
    ...shares.counted(own),
  };
  return (
    <Alert
      role={warning ? 'alert' : 'status'}
      color={COLORS[advised]}
      icon={COLORS[advised] === 'green' ? <IconCircleCheck /> : <IconAlertTriangle />}
      title={t(`advice.${advised}.title`)}
    >
      <Stack gap="sm">
        <Text fz="sm">{t(`advice.${advised}.text`, words)}</Text>
        {own.verdict === 'too-few' && <Text fz="sm">{t('advice.tooFew', words)}</Text>}
        {warning && <Steps calibration={calibration} />}
      </Stack>
    </Alert>
  );
}

function Steps({ calibration: { suggestedThreshold, askedFpir, warning } }: { calibration: Calibration }) {
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
  // By itself the threshold follows the pack's figures, which the own people have just contradicted.
  const mayFollow = settings.data && !settings.data.automatic && warning !== 'own-gallery-above';
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
        {mayFollow && (
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
