import type { AnalyzeResponse, Face } from '@rollcall/contracts';
import { useCallback, useRef, useState } from 'react';
import { isProblem, isUnreachable } from '../../api/api-problem.js';
import { analyzePhoto, enrollPhoto, useRefreshFaces } from './faces.queries.js';

export interface Attempt {
  id: number;
  photo: Blob;
  name: string;
  outcome:
    | { kind: 'waiting' }
    | { kind: 'accepted'; face: Face }
    | { kind: 'refused'; error: unknown; seen: AnalyzeResponse | null };
}

const FACE_WAS_SEEN = ['MULTIPLE_FACES', 'LOW_QUALITY', 'SPOOF_SUSPECTED', 'DUPLICATE_FACE'];

/** What the detector saw in a refused photo, where looking again can show it. */
const lookAgain = async (photo: Blob, error: unknown) =>
  isProblem(error, ...FACE_WAS_SEEN) ? analyzePhoto(photo).catch(() => null) : null;

async function attempt(personId: string, photo: Blob): Promise<Attempt['outcome']> {
  try {
    return { kind: 'accepted', face: await enrollPhoto(personId, photo) };
  } catch (error) {
    return { kind: 'refused', error, seen: await lookAgain(photo, error) };
  }
}

/** Enrols photos one after the other and remembers each verdict until it is dismissed. */
export function useEnrollment(personId: string) {
  const [attempts, setAttempts] = useState<Attempt[]>([]);
  const nextId = useRef(0);
  const queue = useRef(Promise.resolve());
  const refresh = useRefreshFaces(personId);

  const settle = useCallback(
    (id: number, outcome: Attempt['outcome']) =>
      setAttempts((all) => all.map((one) => (one.id === id ? { ...one, outcome } : one))),
    [],
  );
  const run = (one: Attempt) => {
    queue.current = queue.current.then(async () => {
      const outcome = await attempt(personId, one.photo);
      if (outcome.kind === 'accepted') await refresh();
      settle(one.id, outcome);
    });
    return queue.current;
  };
  const enroll = (photos: { photo: Blob; name: string }[]) => {
    const fresh = photos.map((photo) => ({
      ...photo,
      id: nextId.current++,
      outcome: { kind: 'waiting' as const },
    }));
    setAttempts((all) => [...fresh, ...all]);
    return Promise.all(fresh.map(run));
  };
  const retry = (one: Attempt) => {
    settle(one.id, { kind: 'waiting' });
    return run(one);
  };
  const dismiss = (id: number) => setAttempts((all) => all.filter((one) => one.id !== id));
  return { attempts, enroll, retry, dismiss };
}

export const worthRetrying = (error: unknown): boolean => isUnreachable(error);
