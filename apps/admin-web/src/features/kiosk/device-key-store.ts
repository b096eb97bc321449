import { useState } from 'react';

const NAME = 'rollcall-device-key';

/** The key that pairs this browser; kept until somebody unpairs it. */
export function useDeviceKey() {
  const [key, setKey] = useState(() => localStorage.getItem(NAME));
  const pair = (next: string) => {
    localStorage.setItem(NAME, next);
    setKey(next);
  };
  const unpair = () => {
    localStorage.removeItem(NAME);
    setKey(null);
  };
  return { key, pair, unpair };
}

/** A key handed over in the address (`/kiosk#key=...`), taken out of the address at once. */
export function keyFromAddress(): string | null {
  const key = new URLSearchParams(window.location.hash.slice(1)).get('key');
  if (key) window.history.replaceState(window.history.state, '', window.location.pathname);
  return key;
}
