import { SimpleGrid, Text } from '@mantine/core';
import type { Badge } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../../ui/moments.js';
import { Section } from '../../../ui/section.js';
import { BRUSHES, nearest, PRESET_STRENGTHS, SMOOTHINGS, STRENGTHS } from '../studio/stops.js';
import { useMixtureName } from '../styles/use-mixture-name.js';

type At = 0 | 1 | 2 | 3 | 4;

/** What the portrait was painted by, in the words of the sliders. */
export function SettingsFacts({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const { number } = useMoments();
  const mixture = useMixtureName()(badge);
  const { settings } = badge;
  const { brush = 1, smoothing = 0, steps } = settings;
  // What a preset does not use is not recorded.
  const instant = steps === undefined;
  const strength = nearest(instant ? PRESET_STRENGTHS : STRENGTHS, settings.strength) as At;
  const facts = [
    [t('style.title'), mixture],
    [t('look.strength.label'), t(`look.strength.${strength}`)],
    ...(instant
      ? []
      : [
          [t('look.brush.label'), t(`look.brush.${nearest(BRUSHES, brush) as At}`)],
          [t('look.smoothing.label'), t(`look.smoothing.${nearest(SMOOTHINGS, smoothing) as At}`)],
          [t('look.effort.label'), t('facts.steps', { count: steps })],
        ]),
    [t('look.size.label'), t('facts.size', { size: number(settings.size, { useGrouping: false }) })],
    [t('facts.colours'), t(settings.preserveColor ? 'facts.ofPhoto' : 'facts.ofStyle')],
    ...(instant ? [] : [[t('facts.face'), t(settings.protectFace ? 'facts.protected' : 'facts.painted')]]),
  ];
  return (
    <Section title={t('facts.title')}>
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="xs" m={0}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" fz="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} fz="sm" fw={550}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Section>
  );
}
