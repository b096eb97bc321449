import {
  dayAccount,
  shift,
  shiftPage,
  shiftTry,
  type ShiftCreate,
  type ShiftTry,
  type ShiftUpdate,
} from '@rollcall/contracts';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';
import { useRefreshAttendance } from '../attendance/attendance.queries.js';

const ALL = { limit: 500 };

/** By their names. */
export const useShifts = () =>
  useQuery({
    queryKey: ['attendance', 'shifts'],
    queryFn: async () => {
      const { items } = await request('/shifts', { schema: shiftPage, query: ALL });
      return items.sort((a, b) => a.name.localeCompare(b.name));
    },
  });

/** What the day of somebody who works this shift would be; nothing is kept. */
export function useTriedShift(tried: ShiftTry) {
  const complete = shiftTry.safeParse(tried).success;
  return useQuery({
    queryKey: ['shift-try', tried],
    enabled: complete,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      request('/shifts/try', { method: 'POST', json: tried, schema: dayAccount, signal }),
  });
}

export function useCreateShift() {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (json: ShiftCreate) => request('/shifts', { method: 'POST', json, schema: shift }),
    onSuccess,
  });
}

export function useUpdateShift(id: string) {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (json: ShiftUpdate) => request(`/shifts/${id}`, { method: 'PATCH', json, schema: shift }),
    onSuccess,
  });
}

export function useDeleteShift() {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (id: string) => request(`/shifts/${id}`, { method: 'DELETE', schema: nothing }),
    onSuccess,
  });
}
