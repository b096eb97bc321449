import { useDocumentTitle } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyFromAddress, useDeviceKey } from './device-key-store.js';
import { Pairing } from './pairing.js';
import { Station } from './station.js';

export function KioskPage() {
  const { t } = useTranslation('kiosk');
  const { key, pair, unpair } = useDeviceKey();
  const [offered] = useState(keyFromAddress);
  const [refused, setRefused] = useState(false);
  useDocumentTitle(t('title'));
  const onKeyRefused = useCallback(() => setRefused(true), []);
  if (key && !refused && !(offered && offered !== key)) {
    return <Station deviceKey={key} onUnpair={unpair} onKeyRefused={onKeyRefused} />;
  }
  return (
    <Pairing
      offered={offered}
      refused={refused}
      onPaired={(next) => {
        setRefused(false);
        pair(next);
      }}
    />
  );
}
