import { style, stylePage } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { API, formOf, nothing, request } from '../../../api/client.js';

const stylesKey = ['styles'];

export const useStyles = () =>
  useQuery({
    queryKey: stylesKey,
    queryFn: async () => (await request('/styles', { schema: stylePage })).items,
  });

export const stylePicture = (id: string) => `${API}/styles/${id}/picture`;

export function useUploadStyle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ image, name }: { image: Blob; name: string }) =>
      request('/styles', { method: 'POST', form: formOf({ name, image }), schema: style }),
    onSuccess: () => client.invalidateQueries({ queryKey: stylesKey }),
  });
}

export function useDeleteStyle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/styles/${id}`, { method: 'DELETE', schema: nothing }),
    onSuccess: () => client.invalidateQueries({ queryKey: stylesKey }),
  });
}
