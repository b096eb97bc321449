import { analyzeResponse, face, facePage } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { API, formOf, nothing, request } from '../../api/client.js';
import { useRefreshPerson } from '../people/people.queries.js';

export const useFaces = (personId: string, enabled = true) =>
  useQuery({
    queryKey: ['faces', personId],
    enabled,
    queryFn: async () => (await request(`/people/${personId}/faces`, { schema: facePage })).items,
  });

export const photoAddress = (personId: string, faceId: string) =>
  `${API}/people/${personId}/faces/${faceId}/photo`;

export const enrollPhoto = (personId: string, photo: Blob) =>
  request(`/people/${personId}/faces`, { method: 'POST', form: formOf({ photo }), schema: face });

export const analyzePhoto = (image: Blob) =>
  request('/vision/analyze', { method: 'POST', form: formOf({ image }), schema: analyzeResponse });

export function useRefreshFaces(personId: string) {
  const client = useQueryClient();
  const refreshPerson = useRefreshPerson();
  return () =>
    Promise.all([client.invalidateQueries({ queryKey: ['faces', personId] }), refreshPerson(personId)]);
}

export function useDeleteFace(personId: string) {
  const refresh = useRefreshFaces(personId);
  return useMutation({
    mutationFn: (faceId: string) =>
      request(`/people/${personId}/faces/${faceId}`, { method: 'DELETE', schema: nothing }),
    onSuccess: refresh,
  });
}
