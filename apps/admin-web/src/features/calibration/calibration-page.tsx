import { EmptyState, Skeleton, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Calibration } from '@rollcall/contracts';
import { IconChartHistogram } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../ui/back-link.js';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { PackLimit } from '../models/pack-limit.js';
import { usePack } from '../recognition/recognition.queries.js';
import { Advice } from './advice.js';
import { AlikePairs } from './alike-pairs.js';
import { AskedShare } from './asked-share.js';
import { Basis } from './basis.js';
import { Charts } from './charts.js';
import { useCalibration } from './calibration.queries.js';

const SLIDING_PAUSE_MS = 250;

export function CalibrationPage() {
  const { t } = useTranslation('calibration');
  const { t: tSettings } = useTranslation('settings');
  if (!useMay()('recognition.settings')) return <Denied />;
  return (
    <Stack gap="lg">
      <BackLink to="/settings" label={tSettings('title')} />
      <Page title={t('title')} description={t('lead')}>
        <Measured />
      </Page>
    </Stack>
  );
}

function Measured() {
  const [asked, setAsked] = useState<number | null>(null);
  const [settled] = useDebouncedValue(asked, SLIDING_PAUSE_MS);
  const calibration = useCalibration(settled);
  const pack = usePack();
  if (calibration.isPending) return <Waiting />;
  if (calibration.isError) {
    return <LoadFailure error={calibration.error} onRetry={() => void calibration.refetch()} />;
  }
  const { data } = calibration;
  if (data.impostor.count === 0) return <TooFew />;
  return (
    <Stack gap="lg" aria-busy={calibration.isPlaceholderData}>
      <Advice calibration={data} />
      {pack.data?.modelId === data.modelId && <PackLimit pack={pack.data} people={data.people} />}
      <Distributions
        calibration={data}
        asked={asked ?? data.askedFpir}
        onAsk={setAsked}
        busy={calibration.isPlaceholderData}
      />
      <AlikePairs pairs={data.alike} threshold={data.present.threshold} />
      <Basis calibration={data} />
    </Stack>
  );
}

interface DistributionsProps {
  calibration: Calibration;
  asked: number;
  busy: boolean;
  onAsk: (fpir: number) => void;
}

function Distributions({ calibration, asked, busy, onAsk }: DistributionsProps) {
  const { t } = useTranslation('calibration');
  return (
    <Section title={t('charts.title')} description={t('charts.lead')}>
      <Stack gap="xl" style={{ opacity: busy ? 0.6 : 1, transition: 'opacity 150ms' }}>
        <AskedShare value={asked} onChange={onAsk} />
        <Charts calibration={calibration} />
      </Stack>
    </Section>
  );
}

function TooFew() {
  const { t } = useTranslation('calibration');
  return (
    <Section title={t('charts.title')}>
      <EmptyState
        py="xl"
        icon={<IconChartHistogram />}
        title={t('empty.title')}
        description={t('empty.text')}
      />
    </Section>
  );
}

function Waiting() {
  return (
    <Stack gap="lg" aria-busy="true">
      <Skeleton height={110} radius="lg" />
      <Skeleton height={640} radius="lg" />
    </Stack>
  );
}
