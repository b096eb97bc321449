import { useCallback, useEffect, useRef, useState } from 'react';
import { FrameQueue, sendQueued } from './frame-queue.js';
import { sendFrame, type Frame } from './kiosk.queries.js';

const RETRY_MS = 20_000;

/** The queue of a kiosk: how many frames wait, and what puts one in or sends them. */
export function useFrameQueue(deviceKey: string) {
  const opened = useRef<Promise<FrameQueue>>(undefined);
  const sending = useRef<Promise<void> | null>(null);
  const [waiting, setWaiting] = useState(0);
  const queue = useCallback(() => (opened.current ??= FrameQueue.open()), []);

  const flush = useCallback((): Promise<void> => {
    const run = async () => {
      const frames = await queue();
      await sendQueued(frames, async (frame) => {
        await sendFrame(deviceKey, frame);
        setWaiting((count) => Math.max(0, count - 1));
      });
      setWaiting(await frames.count());
    };
    sending.current ??= run()
      .catch(() => undefined)
      .finally(() => {
        sending.current = null;
      });
    return sending.current;
  }, [deviceKey, queue]);

  const keep = useCallback(
    async (frame: Frame): Promise<boolean> => {
      try {
        const frames = await queue();
        const kept = await frames.add(frame);
        setWaiting(await frames.count());
        return kept;
      } catch {
        return false;
      }
    },
    [queue],
  );

  useEffect(() => {
    const send = () => void flush();
    send();
    const timer = window.setInterval(send, RETRY_MS);
    window.addEventListener('online', send);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [flush]);

  return { waiting, keep, flush };
}
