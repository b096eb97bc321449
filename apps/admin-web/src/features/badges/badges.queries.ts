import {
  badge,
  badgeAccepted,
  badgePage,
  cardWords,
  waitingCancelled,
  type Badge,
  type BadgeCreate,
} from '@rollcall/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { API, nothing, request } from '../../api/client.js';

const PAGE = 24;
/** The stream tells the step; the curve is fetched about as often as the server keeps a picture. */
const GROWING_MS = 2_000;
const QUEUE_MS = 4_000;

const listKey = ['badges'];
const badgeKey = (id: string) => ['badge', id];

export const isGrowing = ({ state }: Pick<Badge, 'state'>) => state === 'waiting' || state === 'active';

/** Portraits, newest first; of one person where somebody is named. */
export const useBadges = (personId: string | null = null, enabled = true) =>
  useInfiniteQuery({
    queryKey: [...listKey, { personId }],
    enabled,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      request('/badges', { schema: badgePage, query: { personId, limit: PAGE, cursor: pageParam } }),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some(isGrowing)) ? QUEUE_MS : false,
    getNextPageParam: (page) => page.nextCursor,
  });

export const useBadge = (id: string | null) =>
  useQuery({
    queryKey: badgeKey(id ?? ''),
    enabled: id !== null,
    queryFn: () => request(`/badges/${id}`, { schema: badge }),
    refetchInterval: ({ state: { data } }) => (data && isGrowing(data) ? GROWING_MS : false),
  });

export function useAskPortrait() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: BadgeCreate) => request('/badges', { method: 'POST', json, schema: badgeAccepted }),
    onSuccess: () => client.invalidateQueries({ queryKey: listKey }),
  });
}

export function useDeleteBadge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/badges/${id}`, { method: 'DELETE', schema: nothing }),
    onSuccess: () => client.invalidateQueries({ queryKey: listKey }),
  });
}

export function useCancelWaiting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/badges/waiting/cancel', { method: 'POST', schema: waitingCancelled }),
    onSuccess: () => client.invalidateQueries({ queryKey: listKey }),
  });
}

export function useRefreshBadge(id: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: badgeKey(id) }),
      client.invalidateQueries({ queryKey: listKey }),
    ]);
}

/** What these cards would show as squares, and what cut short, each once. */
export const useCardWords = (badgeIds: readonly string[]) =>
  useQuery({
    queryKey: ['card-words', badgeIds],
    enabled: badgeIds.length > 0,
    queryFn: async () => {
      const query = new URLSearchParams(badgeIds.map((id) => ['badge', id]));
      const { items } = await request(`/badges/cards?${query}`, { schema: cardWords });
      return {
        unprintable: [...new Set(items.flatMap(({ unprintable }) => unprintable))],
        cut: [...new Set(items.flatMap(({ cut }) => cut))],
      };
    },
  });

export const cardAddress = (id: string, side: 'front' | 'back') =>
  `${API}/badges/${id}/card.png?side=${side}`;
