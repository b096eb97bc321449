import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pin-panel.module.css';
import type { PinEntry, Typed } from './use-pin-entry.js';

const MOST = 12;
export const digitsOf = (value: string) => value.replace(/\D/g, '').slice(0, MOST);

interface PinFieldsProps {
  entry: PinEntry;
  typed: Typed;
  field: keyof Typed;
  onField: (field: keyof Typed) => void;
  onTyped: (typed: Typed) => void;
  onEnter: () => void;
}

export function PinFields({ entry, typed, field, onField, onTyped, onEnter }: PinFieldsProps) {
  const { t } = useTranslation('kiosk');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onEnter();
  };
  return (
    <form className={classes.fields} onSubmit={submit} autoComplete="off">
      {entry.kind === 'number' && (
        <Field
          label={t('pin.employeeNo')}
          value={typed.employeeNo}
          active={field === 'employeeNo'}
          onFocus={() => onField('employeeNo')}
          onValue={(employeeNo) => onTyped({ ...typed, employeeNo })}
        />
      )}
      <Field
        secret
        label={t('pin.pin')}
        value={typed.pin}
        active={field === 'pin'}
        onFocus={() => onField('pin')}
        onValue={(pin) => onTyped({ ...typed, pin: digitsOf(pin) })}
      />
      <input type="submit" hidden />
    </form>
  );
}

interface FieldProps {
  label: string;
  value: string;
  active: boolean;
  secret?: boolean;
  onFocus: () => void;
  onValue: (value: string) => void;
}

/** Types by keyboard too. A touch screen offers its own only for numbers with letters in them; digits are on the pad. */
function Field({ label, value, active, secret = false, onFocus, onValue }: FieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (active) input.current?.focus();
  }, [active]);
  return (
    <label className={classes.field} data-active={active || undefined}>
      <span>{label}</span>
      <input
        ref={input}
        type={secret ? 'password' : 'text'}
        inputMode={secret ? 'none' : 'text'}
        autoComplete={secret ? 'one-time-code' : 'off'}
        maxLength={secret ? MOST : 64}
        value={value}
        onFocus={onFocus}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}
