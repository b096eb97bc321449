import type { ReportColumnKind } from '@rollcall/contracts';
import type { Cell } from '../../report.js';
import { STYLE } from './styles-xml.js';
import { escaped } from './xml.js';

const DAY_MINUTES = 1440;
const DAY_MS = 86_400_000;
/** Days from 30 December 1899, where Excel begins to count, to 1 January 1970. */
const EPOCH = 25_569;

/** A date or a local time as Excel counts it: days, and parts of a day. */
export const serialOf = (iso: string): number =>
  Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`) / DAY_MS + EPOCH;

/** One cell. Texts are texts whatever they begin with: nothing here is a formula. */
export function cellXml(place: string, cell: Cell, kind: ReportColumnKind): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return numberXml(place, cell, kind);
  if (kind === 'date') return valueXml(place, serialOf(cell), STYLE.date);
  if (kind === 'moment') return valueXml(place, serialOf(cell), STYLE.moment);
  return textXml(place, cell, kind === 'day' ? STYLE.mark : STYLE.text);
}

export const textXml = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

function numberXml(place: string, value: number, kind: ReportColumnKind): string {
  if (kind === 'minutes' || kind === 'day') return valueXml(place, value / DAY_MINUTES, STYLE.duration);
  return valueXml(place, value, kind === 'hours' || kind === 'days' ? STYLE.hours : STYLE.integer);
}

const valueXml = (place: string, value: number, style: number) =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;
