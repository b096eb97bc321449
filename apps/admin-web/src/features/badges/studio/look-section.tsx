import { SimpleGrid, Stack, Switch } from '@mantine/core';
import type { PortraitSettings } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.js';
import { Advanced } from './advanced.js';
import { BRUSHES, EFFORTS, PRESET_STRENGTHS, SIZES, SMOOTHINGS, STRENGTHS, usualStrength } from './stops.js';
import { useDuration } from './use-duration.js';
import { WordSlider } from './word-slider.js';

export interface LookProps {
  settings: PortraitSettings;
  /** A preset paints at once and knows fewer settings. */
  instant: boolean;
  pace: number;
  onChange: (change: Partial<PortraitSettings>) => void;
}

/** How the portrait is painted, in words. */
export function LookSection(props: LookProps) {
  const { t } = useTranslation('badges');
  const { settings, instant, onChange } = props;
  return (
    <Section title={t('look.title')} description={t(instant ? 'look.leadInstant' : 'look.lead')}>
      <Stack gap="xl">
        <Sliders {...props} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Switch
            label={t('look.keepColours')}
            description={t('look.keepColoursHint')}
            checked={settings.preserveColor}
            onChange={(event) => onChange({ preserveColor: event.currentTarget.checked })}
          />
          {!instant && (
            <Switch
              label={t('look.protectFace')}
              description={t('look.protectFaceHint')}
              checked={settings.protectFace}
              onChange={(event) => onChange({ protectFace: event.currentTarget.checked })}
            />
          )}
        </SimpleGrid>
        {!instant && <Advanced settings={settings} onChange={onChange} />}
      </Stack>
    </Section>
  );
}

function Sliders({ settings, instant, pace, onChange }: LookProps) {
  const { t } = useTranslation('badges');
  const duration = useDuration();
  const words = (name: 'strength' | 'brush' | 'smoothing' | 'size') =>
    ([0, 1, 2, 3, 4] as const).map((at) => t(`look.${name}.${at}`));
  const ends = (name: 'strength' | 'brush' | 'smoothing' | 'effort' | 'size'): [string, string] => [
    t(`look.${name}.least`),
    t(`look.${name}.most`),
  ];
  const efforts = EFFORTS.map((steps, at) =>
    t('look.effort.takes', {
      word: t(`look.effort.${at as 0 | 1 | 2 | 3 | 4}`),
      time: duration.of({ size: settings.size, steps }, pace),
    }),
  );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="xl">
      <WordSlider
        label={t('look.strength.label')}
        ends={ends('strength')}
        stops={instant ? PRESET_STRENGTHS : STRENGTHS}
        words={words('strength')}
        value={settings.strength ?? usualStrength(instant)}
        onChange={(strength) => onChange({ strength })}
      />
      {!instant && (
        <>
          <WordSlider
            label={t('look.brush.label')}
            ends={ends('brush')}
            stops={BRUSHES}
            words={words('brush')}
            value={settings.brush}
            onChange={(brush) => onChange({ brush })}
          />
          <WordSlider
            label={t('look.smoothing.label')}
            ends={ends('smoothing')}
            stops={SMOOTHINGS}
            words={words('smoothing')}
            value={settings.smoothing}
            onChange={(smoothing) => onChange({ smoothing })}
          />
          <WordSlider
            label={t('look.effort.label')}
            ends={ends('effort')}
            stops={EFFORTS}
            words={efforts}
            by="ratio"
            value={settings.steps}
            onChange={(steps) => onChange({ steps })}
          />
        </>
      )}
      <WordSlider
        label={t('look.size.label')}
        ends={ends('size')}
        stops={SIZES}
        words={words('size')}
        value={settings.size}
        onChange={(size) => onChange({ size })}
      />
    </SimpleGrid>
  );
}
