import {
  holiday,
  holidayPage,
  rosterPage,
  shiftAssignment,
  shiftAssignmentPage,
  type HolidayCreate,
  type ShiftAssignmentCreate,
} from '@rollcall/contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';
import type { DateRange } from '../../ui/calendar.js';
import { useRefreshAttendance } from '../attendance/attendance.queries.js';
import type { PeopleFilters } from '../people/people.queries.js';
import { makeWay, runsOf } from './making-way.js';

const PAGE = 50;
const ALL = { limit: 500 };
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export const useRoster = ({ status: _status, ...filters }: PeopleFilters, range: DateRange) =>
  useInfiniteQuery({
    queryKey: ['attendance', 'roster', filters, range],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filters, ...range, limit: PAGE, cursor: pageParam, sort: 'name' };

      return request('/attendance/roster', { schema: rosterPage, query, signal });
    },
    getNextPageParam: (page) => page.nextCursor,
  });

type Whose = { personId: string } | { departmentId: string };
const assignmentsOf = async (whose: Whose) =>
  (await request('/shift-assignments', { schema: shiftAssignmentPage, query: { ...whose, ...ALL } })).items;

export const useAssignments = (whose: Whose | null) =>
  useQuery({
    queryKey: ['attendance', 'assignments', whose],
    enabled: whose !== null,
    queryFn: () => (whose ? assignmentsOf(whose) : []),
  });

const assign = (json: ShiftAssignmentCreate) =>
  request('/shift-assignments', { method: 'POST', json, schema: shiftAssignment });
const remove = (id: string) => request(`/shift-assignments/${id}`, { method: 'DELETE', schema: nothing });

export function useAssign() {
  const onSuccess = useRefreshAttendance();
  return useMutation({ mutationFn: assign, onSuccess });
}

/** A shift, or a day off, for some days of somebody. */
export interface DaysToAssign {
  personId: string;
  dates: string[];
}

/** A day off is a rotation that is always free; it needs a shift to stand beside. */
export function useAssignDays() {
  const refresh = useRefreshAttendance();
  return useMutation({
    mutationFn: async ({
      shiftId,
      off,
      people,
    }: {
      shiftId: string;
      off: boolean;
      people: DaysToAssign[];
    }) => {
      const rotation = off ? { unit: 'day' as const, shiftIds: [null] } : null;
      for (const { personId, dates } of people)
        for (const run of runsOf(dates)) {
          const way = makeWay(await assignmentsOf({ personId }), run);
          for (const id of way.remove) await remove(id);
          for (const each of way.runs)
            await assign({ personId, shiftId, ...each, weekdays: EVERY_DAY, rotation });
        }
    },
    onSettled: refresh,
  });
}

export function useEndAssignment(id: string) {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (to: string) =>
      request(`/shift-assignments/${id}`, { method: 'PATCH', json: { to }, schema: shiftAssignment }),
    onSuccess,
  });
}

export function useDeleteAssignment() {
  const onSuccess = useRefreshAttendance();
  return useMutation({ mutationFn: remove, onSuccess });
}

export const useHolidays = (range: DateRange) =>
  useQuery({
    queryKey: ['attendance', 'holidays', range],
    placeholderData: keepPreviousData,
    queryFn: async () =>
      (await request('/holidays', { schema: holidayPage, query: { ...range, ...ALL } })).items,
  });

export function useAddHoliday() {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (json: HolidayCreate) => request('/holidays', { method: 'POST', json, schema: holiday }),
    onSuccess,
  });
}

export function useRemoveHoliday() {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (id: string) => request(`/holidays/${id}`, { method: 'DELETE', schema: nothing }),
    onSuccess,
  });
}
