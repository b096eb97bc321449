import { reportSchedule, reportSchedulePage, type ReportScheduleCreate } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../../../api/client.js';

const KEY = ['report-schedules'];
const ALL = { limit: 500 };

export const useSchedules = () =>
  useQuery({
    queryKey: KEY,
    queryFn: () => request('/report-schedules', { schema: reportSchedulePage, query: ALL }),
  });

export function useAddSchedule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: ReportScheduleCreate) =>
      request('/report-schedules', { method: 'POST', json, schema: reportSchedule }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useEndSchedule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/report-schedules/${id}`, { method: 'DELETE', schema: nothing }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
