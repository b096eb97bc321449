import {
  correction,
  correctionPage,
  leave,
  leavePage,
  type CorrectionCreate,
  type Decide,
  type LeaveCreate,
  type RequestStatus,
} from '@rollcall/contracts';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import { useRefreshAttendance } from '../attendance/attendance.queries.js';

export interface RequestFilters {
  status?: RequestStatus;
  personId?: string;
  from?: string;
  to?: string;
}

export const useCorrections = (filters: RequestFilters) =>
  useInfiniteQuery({
    queryKey: ['attendance', 'corrections', filters],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      request('/corrections', { schema: correctionPage, query: { ...filters, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  });

export const useLeaves = (filters: RequestFilters) =>
  useInfiniteQuery({
    queryKey: ['attendance', 'leaves', filters],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      request('/leaves', { schema: leavePage, query: { ...filters, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** How many wait, as far as one page tells. */
export const useWaitingRequests = (enabled: boolean) =>
  useQuery({
    queryKey: ['attendance', 'waiting'],
    enabled,
    refetchInterval: 5 * 60_000,
    queryFn: async () => {
      const query = { status: 'requested', limit: 50 };
      const [corrections, leaves] = await Promise.all([
        request('/corrections', { schema: correctionPage, query }),
        request('/leaves', { schema: leavePage, query }),
      ]);
      return {
        count: corrections.items.length + leaves.items.length,
        more: corrections.nextCursor !== null || leaves.nextCursor !== null,
      };
    },
  });

export function useAskForCorrection() {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (json: CorrectionCreate) =>
      request('/corrections', { method: 'POST', json, schema: correction }),
    onSuccess,
  });
}

export function useAskForLeave() {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (json: LeaveCreate) => request('/leaves', { method: 'POST', json, schema: leave }),
    onSuccess,
  });
}

export function useDecide(kind: 'corrections' | 'leaves', id: string) {
  const onSuccess = useRefreshAttendance();
  const schema = kind === 'corrections' ? correction : leave;
  return useMutation({
    mutationFn: (json: Decide) => request<unknown>(`/${kind}/${id}`, { method: 'PATCH', json, schema }),
    onSuccess,
  });
}
