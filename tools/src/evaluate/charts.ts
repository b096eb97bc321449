import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { RocPoint, ScoredPair } from './verification.js';

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

const SIZE = { width: 760, height: 460 };
export const GENUINE = '#2f9e6e';
export const IMPOSTOR = '#c2410c';
const FRAME = { left: 70, right: 30, top: 84, bottom: 60 };
const LEAST_FMR = 1e-4;

/** ROC: true match rate over the false match rate, which is drawn on a logarithmic axis. */
export function rocPicture(title: string, curve: readonly RocPoint[]): string {
  const points = shownPoints(curve);
  return draw(title, {
    xAxis: { type: 'log', min: LEAST_FMR, max: 1, name: 'False match rate', ...AXIS },
    yAxis: { type: 'value', min: lowerEnd(points), max: 1, ...AXIS, name: 'True match rate', nameGap: 45 },
    series: [{ type: 'line', data: points, showSymbol: false, lineStyle: { width: 2.5, color: GENUINE } }],
  });
}

/** Histograms of genuine and impostor cosines as shares, with the threshold drawn in. */
export function histogramPicture(title: string, pairs: readonly ScoredPair[], threshold: number): string {
  const series = [
    { name: 'Impostor', color: IMPOSTOR, data: histogram(pairs.filter(({ genuine }) => !genuine)) },
    { name: 'Genuine', color: GENUINE, data: histogram(pairs.filter(({ genuine }) => genuine)) },
  ].map(({ name, color, data }) => ({
    name,
    type: 'line',
    step: 'middle',
    showSymbol: false,
    data,
    lineStyle: { color, width: 2 },
    itemStyle: { color },
    areaStyle: { color, opacity: 0.25 },
    markLine: {
      symbol: 'none',
      data: [{ xAxis: threshold }],
      lineStyle: { color: '#444', type: 'dashed' },
      label: { formatter: `threshold ${threshold.toFixed(3)}` },
    },
  }));
  return draw(title, {
    legend: { top: 30 },
    xAxis: { type: 'value', min: -0.4, max: 1, interval: 0.2, name: 'Cosine', ...AXIS },
    yAxis: { type: 'value', ...AXIS, name: 'Share of pairs', nameGap: 45 },
    series,
  });
}

export const AXIS = { nameLocation: 'middle', nameGap: 32 };
const BIN = 0.02;

function histogram(pairs: readonly ScoredPair[]): [number, number][] {
  const bins = new Map<number, number>();
  for (const { similarity } of pairs) {
    const bin = Math.round(similarity / BIN);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const range = Array.from({ length: Math.round(1.4 / BIN) + 1 }, (_, i) => i - Math.round(0.4 / BIN));
  return range.map((bin) => [bin * BIN, (bins.get(bin) ?? 0) / pairs.length]);
}

/** From the best rate without any false match on; what lies left of the axis' end is one point at it. */
function shownPoints(curve: readonly RocPoint[]): [number, number][] {
  const withoutFalseMatch = curve.filter(({ fmr }) => fmr < LEAST_FMR).at(-1);
  const start: [number, number][] = withoutFalseMatch ? [[LEAST_FMR, withoutFalseMatch.tmr]] : [];
  const rest = curve
    .filter(({ fmr }) => fmr >= LEAST_FMR)
    .map(({ fmr, tmr }): [number, number] => [fmr, tmr]);
  return [...start, ...rest];
}

const lowerEnd = (points: readonly [number, number][]) => Math.floor((points[0]?.[1] ?? 0) * 50 - 0.5) / 50;

/** Draws a chart as SVG. */
export function draw(title: string, option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  chart.setOption({
    animation: false,
    backgroundColor: '#fff',
    textStyle: { fontFamily: 'system-ui, sans-serif' },
    title: { text: title, left: 'center', top: 6, textStyle: { fontSize: 15 } },
    grid: FRAME,
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
