import { loginResponse, type LoginRequest, type PasswordChange, type User } from '@rollcall/contracts';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';
import { sessionKey } from './session.js';

/** Another person sits here now: nothing that the one before was shown may remain. */
function switchTo(client: QueryClient, user: User | null) {
  client.setQueryData(sessionKey, user);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: LoginRequest) =>
      request('/auth/login', { method: 'POST', json, schema: loginResponse }),
    onSuccess: ({ user }) => switchTo(client, user),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/auth/logout', { method: 'POST', schema: nothing }),
    // Even where the server is gone, this browser forgets what it was shown.
    onSettled: () => switchTo(client, null),
  });
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (json: PasswordChange) =>
      request('/auth/password', { method: 'POST', json, schema: nothing }),
  });
