import { useEffect, useState } from 'react';

/** An address for a picture that lives in memory only; given back when the picture goes. */
export function useObjectUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const address = URL.createObjectURL(blob);
    // The address is made outside React and has to be given back, so it cannot be computed while drawing.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setUrl(address);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(address);
    };
  }, [blob]);
  return url;
}
