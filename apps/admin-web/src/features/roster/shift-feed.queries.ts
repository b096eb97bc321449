import { shiftFeed, shiftFeedState } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';

const keyOf = (personId: string) => ['shift-feed', personId];
const pathOf = (personId: string) => `/people/${personId}/shift-feed`;

export const useShiftFeed = (personId: string) =>
  useQuery({
    queryKey: keyOf(personId),
    queryFn: () => request(pathOf(personId), { schema: shiftFeedState }),
  });

export function useMakeShiftFeed(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(pathOf(personId), { method: 'POST', schema: shiftFeed }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(personId) }),
  });
}

export function useWithdrawShiftFeed(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(pathOf(personId), { method: 'DELETE', schema: nothing }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(personId) }),
  });
}
