import { useState } from 'react';
import { ApiProblem, isProblem } from '../../api/api-problem.js';
import type { Answer } from './answers.js';
import { sendFrame, sendNumberAndPin, type Frame } from './kiosk.queries.js';
import { newKey } from './new-key.js';

/** Why the pad is open: a face that left several people, or somebody who checks in without one. */
export type PinEntry = { kind: 'face'; frame: Frame } | { kind: 'number' };
export interface Typed {
  employeeNo: string;
  pin: string;
}

interface PinEntryOptions {
  deviceKey: string;
  onAnswer: (answer: Answer) => void;
  onKeyRefused: () => void;
}

const problem = (status: number, code: string) => new ApiProblem({ status, code, detail: code });

/** What the pad was opened for, and what becomes of what is typed. A PIN is never kept for later: only the server knows it. */
export function usePinEntry({ deviceKey, onAnswer, onKeyRefused }: PinEntryOptions) {
  const [entry, setEntry] = useState<PinEntry | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const open = (next: PinEntry) => {
    setFault(null);
    setEntry(next);
  };
  const close = () => setEntry(null);
  const end = (answer: Answer) => {
    close();
    onAnswer(answer);
  };

  const submit = async ({ employeeNo, pin }: Typed) => {
    if (!entry) return;
    setBusy(true);
    setFault(null);
    try {
      const answer =
        entry.kind === 'number'
          ? await sendNumberAndPin(deviceKey, { employeeNo, pin }, newKey())
          : await sendFrame(deviceKey, { ...entry.frame, key: newKey() }, pin);
      if (answer.decision !== 'ambiguous') end({ kind: 'decided', answer });
      else if (answer.pinAccepted) setFault(problem(403, 'PIN_WRONG'));
      else end({ kind: 'failed', error: problem(423, 'PIN_LOCKED') });
    } catch (error) {
      if (isProblem(error) && error.status === 401) onKeyRefused();
      else if (isProblem(error, 'PIN_LOCKED')) end({ kind: 'failed', error });
      else setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return { entry, fault, busy, open, close, submit };
}
