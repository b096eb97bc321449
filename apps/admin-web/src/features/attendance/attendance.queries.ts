import {
  attendanceDay,
  dayAccount,
  dayPage,
  personPage,
  type AttendanceDay,
  type OvertimeDecision,
  type Person,
} from '@rollcall/contracts';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { DateRange } from '../../ui/calendar.js';
import { datesBetween } from '../../ui/calendar.js';
import type { PeopleFilters } from '../people/people.queries.js';

/** Everything about attendance is asked again after any change: days follow from rosters, rosters from shifts. */
const KEY = 'attendance';
const MOST_DAYS = 500;
const MOST_PEOPLE = 50;

/** Nobody waits for it: what was changed may vanish from the page with the answer, and who changed it is told first. */
export function useRefreshAttendance() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [KEY] });
}

export interface SheetRow {
  person: Person;
  days: Map<string, AttendanceDay>;
}

/** As many people at a time as their days fit into one answer. */
export function useSheet(filters: PeopleFilters, range: DateRange) {
  const limit = Math.min(MOST_PEOPLE, Math.floor(MOST_DAYS / datesBetween(range.from, range.to).length));
  return useInfiniteQuery({
    queryKey: [KEY, 'sheet', filters, range],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, limit, cursor: pageParam, sort: 'name' };

      const people = await request('/people', { schema: personPage, query, signal });
      return { rows: await rowsOf(people.items, range, signal), nextCursor: people.nextCursor };
    },
    getNextPageParam: (page) => page.nextCursor,
  });
}

async function rowsOf(people: Person[], range: DateRange, signal: AbortSignal): Promise<SheetRow[]> {
  if (people.length === 0) return [];
  const query = { ...range, people: people.map(({ id }) => id).join(','), limit: MOST_DAYS };
  const { items } = await request('/attendance/days', { schema: dayPage, query, signal });
  return people.map((person) => {
    const own = items.filter(({ personId }) => personId === person.id);
    return { person, days: new Map(own.map((day) => [day.date, day])) };
  });
}

export const useDays = (personId: string, range: DateRange) =>
  useQuery({
    queryKey: [KEY, 'days', personId, range],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { ...range, personId, limit: MOST_DAYS };
      return (await request('/attendance/days', { schema: dayPage, query })).items;
    },
  });

/** One day of everybody; null where they are more than one answer holds. */
export const useDaysOfAll = (date: string) =>
  useQuery({
    queryKey: [KEY, 'days-of-all', date],
    refetchInterval: 5 * 60_000,
    queryFn: async () => {
      const query = { from: date, to: date, limit: MOST_DAYS };
      const { items, nextCursor } = await request('/attendance/days', { schema: dayPage, query });
      return nextCursor === null ? items : null;
    },
  });

export const useAccount = (personId: string, date: string) =>
  useQuery({
    queryKey: [KEY, 'account', personId, date],
    queryFn: () => request(`/attendance/days/${personId}/${date}`, { schema: dayAccount }),
  });

export function useDecideOvertime() {
  const onSuccess = useRefreshAttendance();
  return useMutation({
    mutationFn: (json: OvertimeDecision) =>
      request('/attendance/overtime', { method: 'PUT', json, schema: attendanceDay }),
    onSuccess,
  });
}
