import { Group, Text } from '@mantine/core';
import classes from './chart.module.css';

export function Legend({ entries }: { entries: { tone: 'good' | 'bad'; label: string; vague?: boolean }[] }) {
  return (
    <Group gap="lg" aria-hidden>
      {entries.map(({ tone, label, vague }) => (
        <Group key={tone} gap={8} wrap="nowrap">
          <span className={classes.swatch} data-tone={tone} data-vague={vague ? true : undefined} />
          <Text fz="sm">{label}</Text>
        </Group>
      ))}
    </Group>
  );
}
