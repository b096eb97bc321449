import { Group, Text } from '@mantine/core';

/** A viewfinder around a tick: seen, and present. */
export function LogoMark({ size = 32 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      style={{ flexShrink: 0 }}
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-petrol-8)" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path
          stroke="#8fd3da"
          strokeWidth="2.2"
          d="M7 11.5V10a3 3 0 0 1 3-3h1.5M20.5 7H22a3 3 0 0 1 3 3v1.5M25 20.5V22a3 3 0 0 1-3 3h-1.5M11.5 25H10a3 3 0 0 1-3-3v-1.5"
        />
        <path stroke="#fff" strokeWidth="2.8" d="m10.8 16.6 3.7 3.7 6.9-8" />
      </g>
    </svg>
  );
}

export function Logo({ size = 30 }: { size?: number }) {
  return (
    <Group gap={10} wrap="nowrap">
      <LogoMark size={size} />
      <Text component="span" fw={700} fz={size * 0.66} lh={1} style={{ letterSpacing: '-0.02em' }}>
        Rollcall
      </Text>
    </Group>
  );
}
