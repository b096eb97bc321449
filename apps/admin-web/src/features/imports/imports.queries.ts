import { importRowPage, jobAccepted, type ImportRow } from '@rollcall/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { request } from '../../api/client.js';
import { upload } from '../../api/upload.js';

export interface ImportFiles {
  csv: File;
  photos: File | null;
}

/** Sends list and photos; how much of them has gone out is told on the way, and it can be given up. */
export function useStartImport() {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const giveUp = useRef<AbortController>(undefined);
  const start = useMutation({
    mutationFn: ({ csv, photos }: ImportFiles) => {
      setShare(0);
      giveUp.current = new AbortController();
      const form = new FormData();
      // The server reads the list before the archive.
      form.append('csv', csv);
      if (photos) form.append('photos', photos);
      const { signal } = giveUp.current;
      return upload('/people/import', { form, schema: jobAccepted, onProgress: setShare, signal });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
  return { start, share, cancel: () => giveUp.current?.abort() };
}

type Outcome = 'refused' | 'all';
const rowsPage = (jobId: string, outcome: Outcome, limit: number, cursor: string | null) =>
  request(`/people/import/${jobId}/rows`, { schema: importRowPage, query: { outcome, limit, cursor } });

export const useImportRows = (jobId: string, outcome: Outcome) =>
  useInfiniteQuery({
    queryKey: ['import-rows', jobId, outcome],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => rowsPage(jobId, outcome, 100, pageParam),
    getNextPageParam: (page) => page.nextCursor,
  });

const LARGEST_PAGE = 500;

/** Every line of an import, page by page. */
export async function allRows(jobId: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof rowsPage>> = await rowsPage(jobId, 'all', LARGEST_PAGE, cursor);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}
