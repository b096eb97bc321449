import { Worker } from 'node:worker_threads';
import { StyleError } from './style-error.js';

/**
 * Paints in a thread of its own that ends with the picture and gives its memory back.
 *
 * @param file the worker's compiled file
 * @param setup what it is started with, cloned
 * @param hear is given each message, and `done` to say that it was the last; what it throws ends the thread
 * @throws {StyleError} STYLE_CRASHED when the thread died before that
 */
export async function inStudioThread<Message, Picture>(
  file: URL,
  setup: unknown,
  hear: (message: Message, done: (picture: Picture) => void) => void,
): Promise<Picture> {
  const worker = new Worker(file, { workerData: setup });
  try {
    return await new Promise<Picture>((resolve, reject) => {
      worker.on('message', (message: Message) => {
        try {
          hear(message, resolve);
        } catch (error) {
          // Thrown on from here, the fault of whoever listens would end the process.
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      worker.once('error', (error) => reject(crashed(error.message)));
      worker.once('exit', (code) => reject(crashed(`exit code ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}

const crashed = (reason: string) =>
  new StyleError('STYLE_CRASHED', `The thread that painted this picture stopped (${reason}). Try again.`);
