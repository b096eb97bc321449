import { DataList, Text } from '@mantine/core';
import type { Calibration } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { Section } from '../../ui/section.js';
import { useMeasurement } from '../recognition/use-measurement.js';

/** What the figures above stand on, so that nobody trusts them more than they deserve. */
export function Basis({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('calibration');
  const { number, instant } = useMoments();
  const measured = useMeasurement();
  const rows = [
    [t('basis.people'), number(calibration.people)],
    [t('basis.templates'), number(calibration.templates)],
    [t('basis.sampled'), number(calibration.sampled)],
    [t('basis.model'), calibration.modelId],
    [t('basis.source'), measured(calibration.measurement, calibration.basisSource)],
    [t('basis.measured'), instant(calibration.measuredAt)],
  ] as const;
  return (
    <Section title={t('basis.title')} description={t(`basis.${calibration.basis}`)}>
      <DataList withDivider>
        {rows.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      <Text fz="xs" c="dimmed" mt="md">
        {t('basis.limits')}
      </Text>
    </Section>
  );
}
