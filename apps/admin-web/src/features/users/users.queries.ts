import {
  apiTokenCreated,
  apiTokenPage,
  user,
  userCreated,
  userNames,
  userPage,
  type ApiTokenCreate,
  type UserCreate,
  type UserUpdate,
} from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';
import { sessionKey } from '../auth/session.js';

const ALL = { limit: 500 };

export const useUsers = (enabled = true) =>
  useQuery({
    queryKey: ['users'],
    enabled,
    queryFn: async () => (await request('/users', { schema: userPage, query: ALL })).items,
  });

export const useUserNames = (enabled: boolean) =>
  useQuery({
    queryKey: ['users', 'names'],
    enabled,
    queryFn: async () => (await request('/users/names', { schema: userNames })).items,
  });

function useRefresh(key: 'users' | 'api-tokens') {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [key] }),
      ...(key === 'users' ? [client.invalidateQueries({ queryKey: sessionKey })] : []),
    ]);
}

export function useCreateUser() {
  const onSuccess = useRefresh('users');
  return useMutation({
    mutationFn: (json: UserCreate) => request('/users', { method: 'POST', json, schema: userCreated }),
    onSuccess,
  });
}

export function useUpdateUser(id: string) {
  const onSuccess = useRefresh('users');
  return useMutation({
    mutationFn: (json: UserUpdate) => request(`/users/${id}`, { method: 'PATCH', json, schema: user }),
    onSuccess,
  });
}

export function useDeleteUser() {
  const onSuccess = useRefresh('users');
  return useMutation({
    mutationFn: (id: string) => request(`/users/${id}`, { method: 'DELETE', schema: nothing }),
    onSuccess,
  });
}

export const useApiTokens = () =>
  useQuery({
    queryKey: ['api-tokens'],
    queryFn: async () => (await request('/api-tokens', { schema: apiTokenPage, query: ALL })).items,
  });

export function useCreateApiToken() {
  const onSuccess = useRefresh('api-tokens');
  return useMutation({
    mutationFn: (json: ApiTokenCreate) =>
      request('/api-tokens', { method: 'POST', json, schema: apiTokenCreated }),
    onSuccess,
  });
}

export function useDeleteApiToken() {
  const onSuccess = useRefresh('api-tokens');
  return useMutation({
    mutationFn: (id: string) => request(`/api-tokens/${id}`, { method: 'DELETE', schema: nothing }),
    onSuccess,
  });
}
