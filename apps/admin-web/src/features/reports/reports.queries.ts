import {
  reportCharts,
  reportPreview,
  type PayrollPreset,
  type ReportFormat,
  type ReportKind,
  type ReportLanguage,
  type ReportPaper,
} from '@rollcall/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { PickedPerson } from '../people/person-picker.js';

/** What is asked for. */
export interface Wish {
  kind: ReportKind;
  from: string;
  to: string;
  departmentId: string | null;
  siteId: string | null;
  person: PickedPerson | null;
  preset: PayrollPreset;
}
export interface Look {
  lang: ReportLanguage;
  paper: ReportPaper;
}

function queryOf({ kind, person, preset, from, to, departmentId, siteId }: Wish, { lang, paper }: Look) {
  const whose = { departmentId, siteId, personId: person?.id ?? null };
  return { from, to, ...whose, lang, paper, ...(kind === 'payroll' && { preset }) };
}

export const usePreview = (wish: Wish, look: Look) =>
  useQuery({
    queryKey: ['attendance', 'report', wish, look],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/reports/preview/${wish.kind}`, {
        schema: reportPreview,
        query: queryOf(wish, look),
        signal,
      }),
  });

export const useCharts = ({ from, to, departmentId, siteId }: Wish) => {
  const query = { from, to, departmentId, siteId };
  return useQuery({
    queryKey: ['attendance', 'report-charts', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request('/reports/charts', { schema: reportCharts, query, signal }),
  });
};

/** Where a file is made. What spreadsheets open as csv begins with the mark that tells them its letters. */
export function fileOf(wish: Wish, look: Look, format: ReportFormat): { path: string; name: string } {
  const known = Object.entries({ ...queryOf(wish, look), ...(format === 'csv' && { bom: 'true' }) }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return {
    path: `/reports/${wish.kind}.${format}?${new URLSearchParams(known)}`,
    name: `${wish.kind}_${wish.from}_${wish.to}.${format}`,
  };
}
