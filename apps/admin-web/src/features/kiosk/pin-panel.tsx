import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, isUnreachable } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';
import { BadgeScan } from './badge-scan.js';
import { digitsOf, PinFields } from './pin-fields.js';
import { PinKeys } from './pin-keys.js';
import classes from './pin-panel.module.css';
import type { PinEntry, Typed, usePinEntry } from './use-pin-entry.js';

export const IDLE_MS = 20_000;
const LEAST = 6;
const EMPTY: Typed = { employeeNo: '', pin: '' };

interface PinPadProps {
  pad: ReturnType<typeof usePinEntry>;
  cameraId: string | null;
  offline: boolean;
}

/** The pad for as long as it is open; what was typed for one purpose is gone for the next. */
export function PinPad({ pad, cameraId, offline }: PinPadProps) {
  const { entry, fault, busy } = pad;
  if (!entry) return null;
  return (
    <PinPanel
      key={entry.kind}
      {...{ entry, fault, busy, cameraId, offline }}
      onSubmit={(typed) => void pad.submit(typed)}
      onClose={pad.close}
    />
  );
}

interface PinPanelProps {
  entry: PinEntry;
  fault: unknown;
  busy: boolean;
  cameraId: string | null;
  offline: boolean;
  onSubmit: (typed: Typed) => void;
  onClose: () => void;
}

/** A pad large enough for a thumb. What was typed goes when it was wrong and when nobody has touched it for 20 s. */
function PinPanel({ entry, fault, busy, cameraId, offline, onSubmit, onClose }: PinPanelProps) {
  const { t } = useTranslation('kiosk');
  const [typed, setTyped] = useState(EMPTY);
  const [field, setField] = useState<keyof Typed>(entry.kind === 'number' ? 'employeeNo' : 'pin');
  const [seenFault, setSeenFault] = useState<unknown>(null);
  if (fault !== seenFault) {
    setSeenFault(fault);
    if (fault) setTyped({ ...typed, pin: '' });
  }
  useIdle(typed, busy, onClose);

  const put = (value: string) => setTyped({ ...typed, [field]: field === 'pin' ? digitsOf(value) : value });
  const ready = typed.pin.length >= LEAST && (entry.kind === 'face' || typed.employeeNo.trim() !== '');
  const enter = () => {
    if (ready && !busy) onSubmit(typed);
    else if (field === 'employeeNo' && typed.employeeNo.trim() !== '') setField('pin');
  };
  return (
    <div role="dialog" aria-modal="true" aria-label={t(`pin.${entry.kind}.title`)} className={classes.panel}>
      <button type="button" className={classes.close} onClick={onClose} aria-label={t('pin.close')}>
        <IconX size={30} />
      </button>
      <div className={classes.words}>
        <p className={classes.title}>{t(`pin.${entry.kind}.title`)}</p>
        <p className={classes.lead}>{t(`pin.${entry.kind}.lead`)}</p>
        <PinFields
          entry={entry}
          typed={typed}
          field={field}
          onField={setField}
          onTyped={setTyped}
          onEnter={enter}
        />
        {entry.kind === 'number' && (
          <BadgeScan
            cameraId={cameraId}
            onBusy={() => setTyped({ ...typed })}
            onNumber={(employeeNo) => {
              setTyped({ employeeNo, pin: '' });
              setField('pin');
            }}
          />
        )}
        <Fault entry={entry} fault={fault} offline={offline} />
      </div>
      <PinKeys
        value={typed[field]}
        ready={ready || (field === 'employeeNo' && typed.employeeNo.trim() !== '')}
        busy={busy}
        onValue={put}
        onEnter={enter}
      />
    </div>
  );
}

/** Closes what somebody walked away from, before the next one stands there. */
function useIdle(typed: Typed, busy: boolean, onIdle: () => void) {
  const idle = useRef(onIdle);
  useEffect(() => {
    idle.current = onIdle;
  });
  useEffect(() => {
    if (busy) return;
    const timer = window.setTimeout(() => idle.current(), IDLE_MS);
    return () => window.clearTimeout(timer);
  }, [typed, busy]);
}

function Fault({ entry, fault, offline }: Pick<PinPanelProps, 'entry' | 'fault' | 'offline'>) {
  const { t } = useTranslation('kiosk');
  const problem = useProblemText();
  const away =
    offline ||
    isProblem(fault, 'NETWORK') ||
    (isUnreachable(fault) && !isProblem(fault, 'TOO_MANY_REQUESTS'));
  const wrongForFace = entry.kind === 'face' && isProblem(fault, 'PIN_WRONG');
  if (!fault && !offline) return null;
  return (
    <p role="alert" className={classes.fault}>
      {away ? t('pin.offline') : wrongForFace ? t('pin.face.wrong') : problem.text(fault)}
    </p>
  );
}
