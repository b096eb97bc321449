import { jobAccepted, type ReportFormat, type ReportOrder } from '@rollcall/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/client.js';
import type { Look, Wish } from '../reports.queries.js';

/** What spreadsheets open as csv begins with the mark that tells them its letters. */
export function orderOf(wish: Wish, look: Look, format: ReportFormat): ReportOrder {
  const { kind, from, to, departmentId, siteId, person, preset } = wish;
  return {
    ...{ kind, format, from, to, ...look, bom: true },
    ...(departmentId && { departmentId }),
    ...(siteId && { siteId }),
    ...(person && { personId: person.id }),
    ...(kind === 'payroll' && { preset }),
  };
}

export function useOrderReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: ReportOrder) => request('/reports', { method: 'POST', json, schema: jobAccepted }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
