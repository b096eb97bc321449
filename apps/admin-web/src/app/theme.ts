import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Petrol carries the brand; green, amber and red stay free to mean something at the kiosk.
const petrol: MantineColorsTuple = [
  '#edf7f8',
  '#d8edef',
  '#b0dbe0',
  '#84c7cf',
  '#5fb4bf',
  '#45a5b1',
  '#2d93a1',
  '#177c8b',
  '#0f6a79',
  '#07505d',
];
const gray: MantineColorsTuple = [
  '#f6f9f9',
  '#eef2f3',
  '#e2e8ea',
  '#d3dbde',
  '#c0cacf',
  '#9fabb1',
  '#75838a',
  '#566369',
  '#3b464c',
  '#20292d',
];
const dark: MantineColorsTuple = [
  '#d6dee0',
  '#b7c2c5',
  '#93a1a5',
  '#6b7a7f',
  '#46545a',
  '#344147',
  '#243035',
  '#182226',
  '#111a1d',
  '#0b1214',
];

export const theme = createTheme({
  colors: { petrol, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily:
    "'Figtree Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif",
  fontFamilyMonospace:
    "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.625rem', lineHeight: '1.25' } } },
  respectReducedMotion: true,
  components: {
    Paper: { defaultProps: { radius: 'lg' } },
    Card: { defaultProps: { radius: 'lg', padding: 'lg', withBorder: true } },
    Modal: {
      defaultProps: { radius: 'lg', centered: true, overlayProps: { backgroundOpacity: 0.4, blur: 2 } },
    },
    Drawer: { defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.4, blur: 2 } } },
    Tooltip: { defaultProps: { openDelay: 250 } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' } },
    Alert: { defaultProps: { radius: 'md' } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--rc-canvas': '#f3f6f7',
    '--rc-surface-muted': '#f6f9f9',
    '--mantine-color-text': '#18252a',
    '--mantine-color-dimmed': '#5a686f',
    '--mantine-color-placeholder': '#7c8a90',
    '--mantine-color-default-border': '#dbe3e5',
  },
  dark: {
    '--rc-canvas': '#0e1618',
    '--rc-surface-muted': '#1d282c',
    '--mantine-color-body': '#161f23',
    '--mantine-color-dimmed': '#93a1a5',
    '--mantine-color-default-border': '#2b383d',
  },
});
