import { employeeNoOfQr } from '@rollcall/contracts';
import { IconQrcode } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCamera } from '../../ui/camera/use-camera.js';
import classes from './badge-scan.module.css';
import { readQr } from './read-qr.js';

const PAUSE_MS = 200;

interface BadgeScanProps {
  cameraId: string | null;
  onNumber: (employeeNo: string) => void;
  /** Something is going on, though nobody touches anything. */
  onBusy: () => void;
}

/** Reads the number from the back of a card. It only fills in who claims to be there: the PIN is asked for all the same. */
export function BadgeScan(props: BadgeScanProps) {
  const { t } = useTranslation('kiosk');
  const [scanning, setScanning] = useState(false);
  const toggle = () => {
    props.onBusy();
    setScanning(!scanning);
  };
  const done = (employeeNo: string) => {
    setScanning(false);
    props.onNumber(employeeNo);
  };
  return (
    <div className={classes.scan}>
      <button type="button" className={classes.button} aria-expanded={scanning} onClick={toggle}>
        <IconQrcode size="1.3em" aria-hidden />
        {t(scanning ? 'scan.stop' : 'scan.open')}
      </button>
      {scanning && <Finder cameraId={props.cameraId} onNumber={done} />}
    </div>
  );
}

function Finder({ cameraId, onNumber }: Omit<BadgeScanProps, 'onBusy'>) {
  const { t } = useTranslation('kiosk');
  const { t: tUi } = useTranslation('ui');
  const { video, state } = useCamera(cameraId);
  const [foreign, setForeign] = useState(false);
  const found = useRef(onNumber);
  useEffect(() => {
    found.current = onNumber;
  });
  const ready = state.kind === 'ready';
  useEffect(() => {
    if (!ready) return;
    const timer = window.setInterval(() => {
      if (!video.current) return;
      void readQr(video.current).then((text) => {
        if (text === null) return;
        const employeeNo = employeeNoOfQr(text);
        if (employeeNo === null) setForeign(true);
        else found.current(employeeNo);
      });
    }, PAUSE_MS);
    return () => window.clearInterval(timer);
  }, [ready, video]);
  const words =
    state.kind === 'fault' ? tUi(`camera.${state.fault}`) : t(foreign ? 'scan.foreign' : 'scan.hint');
  return (
    <>
      <video
        ref={video}
        className={classes.video}
        muted
        playsInline
        autoPlay
        aria-label={t('scan.picture')}
      />
      <p className={classes.words} role="status">
        {words}
      </p>
    </>
  );
}
