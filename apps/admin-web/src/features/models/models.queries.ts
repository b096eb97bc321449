import { jobAccepted, modelList } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';

const PREPARING_MS = 5_000;
const listKey = ['models'];

export const useModels = () =>
  useQuery({
    queryKey: listKey,
    queryFn: () => request('/models', { schema: modelList }),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ state }) => state === 'preparing') ? PREPARING_MS : false,
  });

export const refreshModels = (client: QueryClient) => client.invalidateQueries({ queryKey: listKey });

export function usePrepareModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (pack: string) => request(`/models/${pack}/prepare`, { method: 'POST', schema: jobAccepted }),
    onSuccess: () => refreshModels(client),
  });
}

/** Another pack decides: what was shown of thresholds, scores and faces is that of the one before. */
function changedOver(client: QueryClient) {
  for (const queryKey of [['pack'], ['recognition-settings'], ['calibration'], ['faces'], ['gallery']]) {
    void client.invalidateQueries({ queryKey });
  }
}

export function useActivateModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (pack: string) => request(`/models/${pack}/activate`, { method: 'POST', schema: modelList }),
    onSuccess: (list) => {
      client.setQueryData(listKey, list);
      changedOver(client);
    },
  });
}

export function useRollBackModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/models/rollback', { method: 'POST', schema: modelList }),
    onSuccess: (list) => {
      client.setQueryData(listKey, list);
      changedOver(client);
    },
  });
}
