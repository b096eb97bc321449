import { IconBackspace, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './pin-panel.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface PinKeysProps {
  value: string;
  ready: boolean;
  busy: boolean;
  onValue: (value: string) => void;
  onEnter: () => void;
}

export function PinKeys({ value, ready, busy, onValue, onEnter }: PinKeysProps) {
  const { t } = useTranslation('kiosk');
  const keep = (event: React.PointerEvent) => event.preventDefault();
  return (
    <div className={classes.keys} onPointerDown={keep}>
      {DIGITS.map((digit) => (
        <button key={digit} type="button" disabled={busy} onClick={() => onValue(value + digit)}>
          {digit}
        </button>
      ))}
      <button
        type="button"
        disabled={busy || value === ''}
        onClick={() => onValue(value.slice(0, -1))}
        aria-label={t('pin.back')}
      >
        <IconBackspace size="1em" />
      </button>
      <button type="button" disabled={busy} onClick={() => onValue(`${value}0`)}>
        0
      </button>
      <button
        type="button"
        className={classes.enter}
        disabled={busy || !ready}
        onClick={onEnter}
        aria-label={t('pin.enter')}
      >
        <IconCheck size="1.1em" stroke={2.6} />
      </button>
    </div>
  );
}
