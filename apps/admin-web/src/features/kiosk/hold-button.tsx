import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import classes from './hold-button.module.css';

export const HOLD_MS = 2_000;

/** Acts only when held for two seconds, by pointer or by key: a passer-by does not unpair a kiosk. */
export function HoldButton({ label, onHeld }: { label: string; onHeld: () => void }) {
  const timer = useRef<number>(undefined);
  const [holding, setHolding] = useState(false);
  const release = () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    setHolding(false);
  };
  const hold = () => {
    if (timer.current !== undefined) return;
    setHolding(true);
    timer.current = window.setTimeout(onHeld, HOLD_MS);
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const isPress = (event: React.KeyboardEvent) => event.key === 'Enter' || event.key === ' ';
  return (
    <Button
      color="red"
      variant="light"
      fullWidth
      className={classes.button}
      data-holding={holding || undefined}
      style={{ '--hold': `${HOLD_MS}ms` }}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => isPress(event) && hold()}
      onKeyUp={release}
      onBlur={release}
    >
      {label}
    </Button>
  );
}
