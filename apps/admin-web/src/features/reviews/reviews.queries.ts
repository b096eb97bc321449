import {
  face,
  review,
  reviewPage,
  type Page,
  type Review,
  type ReviewCreate,
  type ReviewItem,
  type ReviewQueueQuery,
} from '@rollcall/contracts';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import { request } from '../../api/client.js';

export type ReviewFilters = Required<Pick<ReviewQueueQuery, 'state'>> & {
  decision: NonNullable<ReviewQueueQuery['decision']> | null;
};

const queueKey = ['reviews', 'queue'];
const openKey = ['reviews', 'open'];
const REFRESH_MS = 60_000;
/** Beyond this the badge only says that there are more. */
const COUNTED = 99;

export const useReviews = (filters: ReviewFilters) =>
  useInfiniteQuery({
    queryKey: [...queueKey, filters],
    initialPageParam: null as string | null,
    // What was just decided stays in its place with what followed from it; it goes with the next visit.
    refetchOnWindowFocus: false,
    queryFn: ({ pageParam }) =>
      request('/reviews', { schema: reviewPage, query: { ...filters, limit: 20, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** How many check-ins wait for somebody to look at them. */
export const useOpenReviews = (enabled: boolean) =>
  useQuery({
    queryKey: openKey,
    enabled,
    refetchInterval: REFRESH_MS,
    queryFn: async () => {
      const { items, nextCursor } = await request('/reviews', {
        schema: reviewPage,
        query: { state: 'open', limit: COUNTED },
      });
      return { count: items.length, more: nextCursor !== null };
    },
  });

export function useReview() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ checkInId, ...json }: ReviewCreate & { checkInId: string }) =>
      request(`/check-ins/${checkInId}/review`, { method: 'POST', json, schema: review }),
    onSuccess: async (given) => {
      client.setQueriesData<InfiniteData<Page<ReviewItem>>>({ queryKey: queueKey }, (queue) =>
        withReview(queue, given),
      );
      await Promise.all([
        client.invalidateQueries({ queryKey: openKey }),
        client.invalidateQueries({ queryKey: ['check-ins'] }),
      ]);
    },
  });
}

function withReview(queue: InfiniteData<Page<ReviewItem>> | undefined, given: Review) {
  if (!queue) return queue;
  const placed = (item: ReviewItem) =>
    item.checkIn.id === given.checkInId ? { ...item, review: given } : item;
  return { ...queue, pages: queue.pages.map((page) => ({ ...page, items: page.items.map(placed) })) };
}

/** The kept picture of a check-in becomes a face of a person. */
export function useEnrollFromCheckIn(checkInId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (personId: string) =>
      request(`/check-ins/${checkInId}/enroll`, { method: 'POST', json: { personId }, schema: face }),
    onSuccess: (_, personId) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['faces', personId] }),
        client.invalidateQueries({ queryKey: ['person', personId] }),
        client.invalidateQueries({ queryKey: ['people'] }),
      ]),
  });
}
