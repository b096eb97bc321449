import { Group, Input, Slider, Text } from '@mantine/core';
import { nearest } from './stops.js';

interface WordSliderProps {
  label: string;
  /** What the ends of the slider mean. */
  ends: [string, string];
  stops: readonly number[];
  /** A word for each stop. */
  words: readonly string[];
  by?: 'distance' | 'ratio';
  value: number;
  onChange: (value: number) => void;
}

/** A setting by what it does, not by its number. A value between the stops is shown at the nearest one. */
export function WordSlider({ label, ends, stops, words, by = 'distance', value, onChange }: WordSliderProps) {
  const at = nearest(stops, value, by);
  const word = words[at] ?? '';
  return (
    <Input.Wrapper labelElement="div" label={label}>
      <Group justify="flex-end" mt={-22} mb={6} mih={22}>
        <Text fz="sm" c="var(--rc-selected-text)" fw={600}>
          {word}
        </Text>
      </Group>
      <Slider
        min={0}
        max={stops.length - 1}
        step={1}
        value={at}
        label={null}
        marks={stops.map((_, index) => ({ value: index }))}
        thumbLabel={label}
        thumbValueText={word}
        onChange={(index) => {
          const stop = stops[index];
          if (stop !== undefined && index !== at) onChange(stop);
        }}
      />
      <Group justify="space-between" mt={4} aria-hidden>
        <Text fz="xs" c="dimmed">
          {ends[0]}
        </Text>
        <Text fz="xs" c="dimmed" ta="end">
          {ends[1]}
        </Text>
      </Group>
    </Input.Wrapper>
  );
}
