import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, isUnreachable } from '../api/api-problem.js';
import { sessionKey } from '../features/auth/session.js';

const MAX_RETRIES = 2;

/** A session that ended anywhere in the app sends the whole app to the sign-in page. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 'UNAUTHENTICATED')) client.setQueryData(sessionKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => isUnreachable(error) && failures < MAX_RETRIES,
      },
    },
  });
  return client;
}
