import { user, type User } from '@rollcall/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { isProblem } from '../../api/api-problem.js';
import { request } from '../../api/client.js';

export const sessionKey = ['session'];

/** Who is signed in; null where nobody is. */
export const sessionQuery = queryOptions<User | null>({
  queryKey: sessionKey,
  staleTime: 5 * 60_000,
  queryFn: async () => {
    try {
      return await request('/auth/me', { schema: user });
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
});

export const useSession = () => useQuery(sessionQuery);
