import { Group, Slider, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../../ui/moments.js';
import { useStyleName } from '../styles/style-name.js';
import { useStyles } from '../styles/styles.queries.js';
import { sharesOf, type Part } from './wish.js';

const LEAST = 5;
const MOST = 100;

/** How much of each style a mixture has; the shares always make up the whole. */
export function MixtureWeights({ parts, onParts }: { parts: Part[]; onParts: (parts: Part[]) => void }) {
  const { t } = useTranslation('badges');
  const { percent } = useMoments();
  const nameOf = useStyleName();
  const styles = useStyles();
  const shares = sharesOf(parts);
  return (
    <Stack gap="sm" role="group" aria-label={t('mix.weights')}>
      {parts.map((part, index) => {
        const style = styles.data?.find(({ id }) => id === part.styleId);
        const name = style ? nameOf(style) : '…';
        const share = percent(shares[index] ?? 0);
        return (
          <Group key={part.styleId} wrap="nowrap" gap="md">
            <Text fz="sm" w={130} truncate style={{ flexShrink: 0 }}>
              {name}
            </Text>
            <Slider
              style={{ flex: 1 }}
              min={LEAST}
              max={MOST}
              value={part.weight}
              label={null}
              thumbLabel={t('mix.weightOf', { name })}
              thumbValueText={share}
              onChange={(weight) =>
                onParts(parts.map((other) => (other === part ? { ...part, weight } : other)))
              }
            />
            <Text fz="sm" fw={600} w={48} ta="end">
              {share}
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
}
