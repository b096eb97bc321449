import { useMutation } from '@tanstack/react-query';
import { requestFile } from '../../api/client.js';
import { saveFile } from '../../ui/save-file.js';
import { useToast } from '../../ui/toast.js';

/** Fetches a picture or document and hands it to the reader; a refusal is said in words, not shown as a page. */
export function useSaveFile() {
  const toast = useToast();
  return useMutation({
    mutationFn: async ({ path, name }: { path: string; name: string }) => {
      const file = await requestFile(path);
      saveFile(name, file.type, file);
    },
    onError: toast.failed,
  });
}
