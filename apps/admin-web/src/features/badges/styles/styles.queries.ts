import { style, stylePage, type Page, type Style } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { API, formOf, nothing, request } from '../../../api/client.js';

const stylesKey = ['styles'];
const LARGEST_PAGE = 500;

/** All of them: a gallery is chosen from as a whole. */
export const useStyles = () => useQuery({ queryKey: stylesKey, queryFn: allStyles });

async function allStyles(): Promise<Style[]> {
  const styles: Style[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: LARGEST_PAGE, cursor };
    const page: Page<Style> = await request('/styles', { schema: stylePage, query });
    styles.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return styles;
}

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
