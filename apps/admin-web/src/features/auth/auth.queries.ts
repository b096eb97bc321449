import { loginResponse, type LoginRequest, type PasswordChange } from '@rollcall/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';
import { sessionKey } from './session.js';

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: LoginRequest) =>
      request('/auth/login', { method: 'POST', json, schema: loginResponse }),
    onSuccess: ({ user }) => {
      client.clear();
      client.setQueryData(sessionKey, user);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/auth/logout', { method: 'POST', schema: nothing }),
    // Even where the server is gone, this browser forgets what it was shown.
    onSettled: () => {
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (json: PasswordChange) =>
      request('/auth/password', { method: 'POST', json, schema: nothing }),
  });
