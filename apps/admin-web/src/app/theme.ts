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
const green: MantineColorsTuple = [
  '#e9f8f0',
  '#d3f0e0',
  '#a6dfc0',
  '#78cd9f',
  '#51bc82',
  '#36ad6d',
  '#249358',
  '#157a46',
  '#0f6439',
  '#0b4f2d',
];
const yellow: MantineColorsTuple = [
  '#fff9ea',
  '#fdf0d0',
  '#f9dfa3',
  '#f4ca6d',
  '#efb741',
  '#e6a41e',
  '#c68608',
  '#a26a05',
  '#835406',
  '#674205',
];
const orange: MantineColorsTuple = [
  '#fff3ea',
  '#fde4d0',
  '#f9c7a1',
  '#f4a66d',
  '#ee8a46',
  '#e5762a',
  '#c95b12',
  '#a8480b',
  '#8a3b0b',
  '#6e2e09',
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
  '#d9e1e3',
  '#b9c5c8',
  '#93a3a8',
  '#69797f',
  '#37454b',
  '#243136',
  '#192327',
  '#131b1f',
  '#0f1619',
  '#0b1113',
];

const DIALOG_TITLE = { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' };

export const theme = createTheme({
  colors: { petrol, green, yellow, orange, gray, dark },
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
      styles: { title: DIALOG_TITLE },
    },
    Drawer: {
      defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.4, blur: 2 } },
      styles: { title: DIALOG_TITLE },
    },
    Tooltip: { defaultProps: { openDelay: 250 } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { root: { textTransform: 'none', fontWeight: 600, letterSpacing: 0, minWidth: 'fit-content' } },
    },
    Alert: { defaultProps: { radius: 'md' } },
  },
});

const TINTED = ['petrol', 'green', 'yellow', 'orange', 'red', 'violet', 'gray'];

/** On dark ground a tint is the colour seen through glass, not its darkest shade. */
const darkTints = Object.fromEntries(
  TINTED.flatMap((name) => {
    const glass = (percent: number) =>
      `color-mix(in srgb, var(--mantine-color-${name}-5) ${percent}%, transparent)`;
    return [
      [`--mantine-color-${name}-light`, glass(16)],
      [`--mantine-color-${name}-light-hover`, glass(24)],
      [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-3)`],
    ];
  }),
);

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--rc-canvas': '#f3f6f7',
    '--rc-surface-muted': '#f3f6f7',
    '--rc-selected': 'var(--mantine-color-petrol-0)',
    '--rc-selected-text': 'var(--mantine-color-petrol-9)',
    '--rc-track': 'var(--mantine-color-gray-2)',
    '--rc-chart-good': 'var(--mantine-color-petrol-7)',
    '--rc-chart-bad': 'var(--mantine-color-orange-6)',
    '--mantine-color-text': '#18252a',
    '--mantine-color-dimmed': '#5a686f',
    '--mantine-color-placeholder': '#75838a',
    '--mantine-color-default-border': '#dbe3e5',
  },
  dark: {
    ...darkTints,
    '--rc-canvas': '#0d1416',
    '--rc-surface-muted': '#202c31',
    '--rc-selected': 'color-mix(in srgb, var(--mantine-color-petrol-5) 20%, transparent)',
    '--rc-selected-text': 'var(--mantine-color-petrol-2)',
    '--rc-track': 'var(--mantine-color-dark-4)',
    '--rc-chart-good': 'var(--mantine-color-petrol-4)',
    '--rc-chart-bad': 'var(--mantine-color-orange-4)',
    '--mantine-color-body': '#161f23',
    '--mantine-color-dimmed': '#93a3a8',
    '--mantine-color-default-border': '#2a373c',
  },
});
