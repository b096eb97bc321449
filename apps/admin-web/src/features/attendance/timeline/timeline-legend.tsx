import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Scene } from './scene.js';
import classes from './timeline.module.css';

const KINDS = ['presence', 'missed', 'planned', 'grace', 'core', 'breaks', 'reach'] as const;

/** What is drawn, and only that. */
export function TimelineLegend({ scene }: { scene: Scene }) {
  const { t } = useTranslation('attendance');
  return (
    <Group gap="4px 16px" aria-hidden component="figcaption">
      {KINDS.filter((kind) => scene[kind].length > 0).map((kind) => (
        <Group key={kind} gap={6} wrap="nowrap">
          <span className={classes.swatch} data-kind={kind} />
          <Text fz="xs" c="dimmed">
            {t(`timeline.${kind}`)}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
