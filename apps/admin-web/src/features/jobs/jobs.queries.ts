import { job, jobPage, type Job, type JobKind, type JobState } from '@rollcall/contracts';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { API, request } from '../../api/client.js';

const POLL_MS = 3_000;
/** While nothing runs, a look now and then is enough. */
const IDLE_MS = 15_000;
const FINAL: JobState[] = ['completed', 'failed', 'cancelled'];

export const isOver = ({ state }: Pick<Job, 'state'>): boolean => FINAL.includes(state);
const jobKey = (id: string) => ['job', id];
const listKey = ['jobs'];

export const useJobs = (state: JobState | null = null, kind: JobKind | null = null) =>
  useInfiniteQuery({
    queryKey: [...listKey, { state, kind }],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      request('/jobs', { schema: jobPage, query: { state, kind, limit: 50, cursor: pageParam } }),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some((one) => !isOver(one))) ? POLL_MS : IDLE_MS,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One job, followed live until it is over. */
/** What a list told of a job, as long as it runs followed. */
export function useLiveJob(listed: Job): Job {
  const live = useJob(isOver(listed) ? null : listed.id);
  return live.data ?? listed;
}

export function useJob(id: string | null) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: jobKey(id ?? ''),
    enabled: id !== null,
    queryFn: () => request(`/jobs/${id}`, { schema: job }),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : POLL_MS),
  });
  const running = query.data !== undefined && !isOver(query.data);
  useEffect(() => {
    if (!id || !running) return;
    return follow(id, (told) => client.setQueryData(jobKey(id), told));
  }, [id, running, client]);
  return query;
}

function follow(id: string, onJob: (told: Job) => void): () => void {
  const source = new EventSource(`${API}/jobs/${id}/stream`);
  source.addEventListener('job', (event: MessageEvent<string>) => {
    const told = job.safeParse(JSON.parse(event.data));
    if (told.success) onJob(told.data);
  });
  return () => source.close();
}

function remember(client: QueryClient, changed: Job) {
  client.setQueryData(jobKey(changed.id), changed);
  return client.invalidateQueries({ queryKey: listKey });
}

export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/jobs/${id}/cancel`, { method: 'POST', schema: job }),
    onSuccess: (changed) => remember(client, changed),
  });
}

export function useRetryJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/jobs/${id}/retry`, { method: 'POST', schema: job }),
    onSuccess: (changed) => remember(client, changed),
  });
}
