import { Text } from '@mantine/core';
import classes from './threshold-meter.module.css';

interface ThresholdMeterProps {
  /** What is measured. */
  label: string;
  /** From 0 to 1. */
  value: number;
  /** From where on it is enough; null where nobody says. */
  threshold: number | null;
  tone: 'good' | 'doubtful' | 'plain';
  /** The value in words, under the bar. */
  text: string;
}

const share = (value: number) => `${Math.max(0, Math.min(1, value)) * 100}%`;

/** A value on a bar from 0 to 1, with a line from which it is enough. */
export function ThresholdMeter({ label, value, threshold, tone, text }: ThresholdMeterProps) {
  return (
    <div>
      <div
        className={classes.track}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={value}
        aria-valuetext={text}
      >
        <div className={classes.fill} data-tone={tone} style={{ width: share(value) }} />
        {threshold !== null && (
          <div className={classes.mark} style={{ insetInlineStart: share(threshold) }} />
        )}
      </div>
      <Text fz="sm" opacity={0.8} mt={4} aria-hidden>
        {text}
      </Text>
    </div>
  );
}
