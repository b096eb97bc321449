import {
  compareResponse,
  packInfo,
  recognitionSettings,
  searchResponse,
  type RecognitionSettingsUpdate,
} from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formOf, request } from '../../api/client.js';

export const usePack = () =>
  useQuery({
    queryKey: ['pack'],
    staleTime: Infinity,
    queryFn: () => request('/vision/pack', { schema: packInfo }),
  });

export const useRecognitionSettings = (enabled = true) =>
  useQuery({
    queryKey: ['recognition-settings'],
    enabled,
    queryFn: () => request('/recognition/settings', { schema: recognitionSettings }),
  });

export function useSaveRecognitionSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: RecognitionSettingsUpdate) =>
      request('/recognition/settings', { method: 'PUT', json, schema: recognitionSettings }),
    onSuccess: (settings) => client.setQueryData(['recognition-settings'], settings),
  });
}

export const useCompare = () =>
  useMutation({
    mutationFn: ({ a, b }: { a: Blob; b: Blob }) =>
      request('/vision/compare', { method: 'POST', form: formOf({ a, b }), schema: compareResponse }),
  });

export const useSearch = () =>
  useMutation({
    mutationFn: (image: Blob) =>
      request('/vision/search', {
        method: 'POST',
        form: formOf({ image }),
        query: { k: 5 },
        schema: searchResponse,
      }),
  });
