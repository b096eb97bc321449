import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { isProblem, isUnreachable } from '../../api/api-problem.js';
import { grabFrame } from '../../ui/camera/grab-frame.js';
import { moodOf, SHOWN_FOR, type Answer } from './answers.js';
import { sendFrame, type Frame } from './kiosk.queries.js';
import { newKey } from './new-key.js';
import { useFrameQueue } from './use-frame-queue.js';

interface CheckInOptions {
  deviceKey: string;
  clockOffsetMs: number;
  video: RefObject<HTMLVideoElement | null>;
  onKeyRefused: () => void;
}

/** From a frame to an answer on the screen, one at a time; frames that reach nobody are kept for later. */
export function useCheckIn({ deviceKey, clockOffsetMs, video, onKeyRefused }: CheckInOptions) {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const running = useRef(false);
  const { waiting, keep, flush } = useFrameQueue(deviceKey);

  useEffect(() => {
    if (!answer) return;
    const timer = window.setTimeout(() => setAnswer(null), SHOWN_FOR[moodOf(answer)]);
    return () => window.clearTimeout(timer);
  }, [answer]);

  const decide = useCallback(
    async (frame: Frame): Promise<Answer | null> => {
      try {
        const decided = await sendFrame(deviceKey, frame);
        void flush();
        return decided.decision === 'ambiguous' && decided.pinAccepted
          ? { kind: 'asks-pin', frame }
          : { kind: 'decided', answer: decided };
      } catch (error) {
        if (isProblem(error) && error.status === 401) return (onKeyRefused(), null);
        if (isUnreachable(error)) return { kind: (await keep(frame)) ? 'kept' : 'lost' };
        return { kind: 'failed', error };
      }
    },
    [deviceKey, flush, keep, onKeyRefused],
  );

  const checkIn = useCallback(async (): Promise<Answer | null> => {
    if (running.current || !video.current) return null;
    running.current = true;
    setBusy(true);
    try {
      const image = await grabFrame(video.current);
      if (!image) return null;
      const capturedAt = new Date(Date.now() + clockOffsetMs).toISOString();
      const decided = await decide({ key: newKey(), capturedAt, image });
      // A question is asked by the pad, not by the panel of answers.
      setAnswer(decided?.kind === 'asks-pin' ? null : decided);
      return decided;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [clockOffsetMs, decide, video]);

  return { busy, answer, waiting, checkIn, show: setAnswer, dismiss: () => setAnswer(null) };
}
