import { attendancePeriod, attendancePeriods } from '@rollcall/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import { useRefreshAttendance } from '../attendance/attendance.queries.js';

export const useMonths = () =>
  useQuery({
    queryKey: ['attendance', 'months'],
    queryFn: async () => (await request('/attendance/periods', { schema: attendancePeriods })).items,
  });

export function useLockMonth(month: string) {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: () =>
      request(`/attendance/periods/${month}/lock`, { method: 'POST', schema: attendancePeriod }),
    onSuccess,
  });
}

export function useUnlockMonth(month: string) {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (reason: string) =>
      request(`/attendance/periods/${month}/unlock`, {
        method: 'POST',
        json: { reason },
        schema: attendancePeriod,
      }),
    onSuccess,
  });
}
