import {
  erasureReceipt,
  person,
  personPage,
  type ConsentGiven,
  type PersonCreate,
  type PersonStatus,
  type PersonUpdate,
} from '@rollcall/contracts';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';

const PAGE = 50;

export interface PeopleFilters {
  search: string;
  departmentId: string | null;
  siteId: string | null;
  status: PersonStatus | null;
}
export const NO_FILTERS: PeopleFilters = { search: '', departmentId: null, siteId: null, status: null };

export const usePeople = (filters: PeopleFilters) =>
  useInfiniteQuery({
    queryKey: ['people', filters],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      request('/people', {
        schema: personPage,
        query: { ...filters, limit: PAGE, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor,
  });

export const usePerson = (id: string | null) =>
  useQuery({
    queryKey: ['person', id],
    enabled: id !== null,
    queryFn: () => request(`/people/${id}`, { schema: person }),
  });

/** Refreshes what may show a person after a change. */
export function useRefreshPerson() {
  const client = useQueryClient();
  return (id?: string) =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['people'] }),
      client.invalidateQueries({ queryKey: ['check-ins', 'summary'] }),
      ...(id ? [client.invalidateQueries({ queryKey: ['person', id] })] : []),
    ]);
}

export function useCreatePerson() {
  const refresh = useRefreshPerson();
  return useMutation({
    mutationFn: (json: PersonCreate) => request('/people', { method: 'POST', json, schema: person }),
    onSuccess: () => refresh(),
  });
}

export function useUpdatePerson(id: string) {
  const refresh = useRefreshPerson();
  return useMutation({
    mutationFn: (json: PersonUpdate) => request(`/people/${id}`, { method: 'PATCH', json, schema: person }),
    onSuccess: () => refresh(id),
  });
}

export function useErasePerson(id: string) {
  const client = useQueryClient();
  const refresh = useRefreshPerson();
  return useMutation({
    mutationFn: () => request(`/people/${id}`, { method: 'DELETE', schema: erasureReceipt }),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['person', id] });
      return refresh();
    },
  });
}

export function useGiveConsent(id: string) {
  const refresh = useRefreshPerson();
  return useMutation({
    mutationFn: (json: ConsentGiven) =>
      request(`/people/${id}/consent`, { method: 'PUT', json, schema: nothing }),
    onSuccess: () => refresh(id),
  });
}

export function useWithdrawConsent(id: string) {
  const client = useQueryClient();
  const refresh = useRefreshPerson();
  return useMutation({
    mutationFn: () => request(`/people/${id}/consent`, { method: 'DELETE', schema: nothing }),
    onSuccess: () => Promise.all([refresh(id), client.invalidateQueries({ queryKey: ['faces', id] })]),
  });
}

export function useSetPin(id: string) {
  const refresh = useRefreshPerson();
  return useMutation({
    mutationFn: (pin: string) =>
      request(`/people/${id}/pin`, { method: 'PUT', json: { pin }, schema: nothing }),
    onSuccess: () => refresh(id),
  });
}

export function useRemovePin(id: string) {
  const refresh = useRefreshPerson();
  return useMutation({
    mutationFn: () => request(`/people/${id}/pin`, { method: 'DELETE', schema: nothing }),
    onSuccess: () => refresh(id),
  });
}
