import { API, read, unreachable, type Schema } from './client.js';

interface Upload<T> {
  schema: Schema<T>;
  form: FormData;
  /** Share of the body that is on its way, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a large form. Unlike `fetch`, this way in tells how much of it has gone out. */
export function upload<T>(path: string, { schema, form, onProgress, signal }: Upload<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `${API}${path}`);
    sending.setRequestHeader('accept', 'application/json');
    sending.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    sending.addEventListener('error', () => reject(unreachable()));
    sending.addEventListener('abort', () =>
      reject(new DOMException('The upload was given up.', 'AbortError')),
    );
    sending.addEventListener('load', () => {
      try {
        resolve(read(schema, sending.status, sending.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    signal.addEventListener('abort', () => sending.abort());
    sending.send(form);
  });
}
