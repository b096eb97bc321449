import { galleryStatus, jobAccepted } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';

const REFRESH_MS = 10_000;

export const useGallery = () =>
  useQuery({
    queryKey: ['gallery'],
    refetchInterval: REFRESH_MS,
    queryFn: () => request('/gallery', { schema: galleryStatus }),
  });

/** Both steps run in the background; the job tells how far they are. */
export function useGalleryStep(step: 'index' | 'rotate-key') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(`/gallery/${step}`, { method: 'POST', schema: jobAccepted }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['jobs'] }),
        client.invalidateQueries({ queryKey: ['gallery'] }),
      ]),
  });
}
