import {
  department,
  departmentPage,
  site,
  sitePage,
  type DepartmentCreate,
  type SiteCreate,
} from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';

const ALL = { limit: 500 };
const MINUTES_FRESH = 5 * 60_000;

export const useSites = () =>
  useQuery({
    queryKey: ['sites'],
    staleTime: MINUTES_FRESH,
    queryFn: async () => (await request('/sites', { schema: sitePage, query: ALL })).items,
  });

export const useDepartments = () =>
  useQuery({
    queryKey: ['departments'],
    staleTime: MINUTES_FRESH,
    queryFn: async () => (await request('/departments', { schema: departmentPage, query: ALL })).items,
  });

export function useSaveSite(id: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: SiteCreate) =>
      id
        ? request(`/sites/${id}`, { method: 'PATCH', json, schema: site })
        : request('/sites', { method: 'POST', json, schema: site }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sites'] }),
  });
}

export function useSaveDepartment(id: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: DepartmentCreate) =>
      id
        ? request(`/departments/${id}`, { method: 'PATCH', json, schema: department })
        : request('/departments', { method: 'POST', json, schema: department }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['departments'] }),
  });
}

export function useDelete(kind: 'sites' | 'departments') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/${kind}/${id}`, { method: 'DELETE', schema: nothing }),
    onSuccess: () => client.invalidateQueries({ queryKey: [kind] }),
  });
}
