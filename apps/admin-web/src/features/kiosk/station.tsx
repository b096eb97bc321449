import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/api-problem.js';
import { CameraView } from '../../ui/camera/camera-view.js';
import { useCamera } from '../../ui/camera/use-camera.js';
import { AnswerPanel } from './answer-panel.js';
import { moodOf, toneOf, type Answer } from './answers.js';
import { chime } from './chime.js';
import { selfQuery } from './kiosk.queries.js';
import { PinPad } from './pin-panel.js';
import { StationBar } from './station-bar.js';
import { StationMenu } from './station-menu.js';
import classes from './station.module.css';
import { useCheckIn } from './use-check-in.js';
import { usePinEntry } from './use-pin-entry.js';
import { useScene, useSceneWatch } from './use-scene-watch.js';
import { useWakeLock } from './use-wake-lock.js';

interface StationProps {
  deviceKey: string;
  onUnpair: () => void;
  onKeyRefused: () => void;
}

/** A paired kiosk: camera, one button, one answer at a time. */
export function Station({ deviceKey, onUnpair, onKeyRefused }: StationProps) {
  const [cameraId, setCameraId] = useLocalStorage<string | null>({
    key: 'rollcall-kiosk-camera',
    defaultValue: null,
  });
  const [sound, setSound] = useLocalStorage({ key: 'rollcall-kiosk-sound', defaultValue: true });
  const { video, state, cameras, retry } = useCamera(cameraId);
  const { self, clockOffsetMs, offline } = useHeartbeat(deviceKey, onKeyRefused);
  const { busy, answer, waiting, checkIn, show, dismiss } = useCheckIn({
    deviceKey,
    clockOffsetMs,
    video,
    onKeyRefused,
  });
  const tell = (given: Answer) => {
    show(given);
    if (sound) chime(toneOf(moodOf(given)));
  };
  const pad = usePinEntry({ deviceKey, onAnswer: tell, onKeyRefused });
  const ready = state.kind === 'ready';
  const [settingsOpen, settings] = useDisclosure();
  useWakeLock();

  const { scene, noteCapture, noteNobody } = useScene();
  const run = async () => {
    noteCapture();
    const given = await checkIn();
    if (!given) return;
    if (given.kind === 'asks-pin') pad.open({ kind: 'face', frame: given.frame });
    if (moodOf(given) === 'nobody') noteNobody();
    else if (sound) chime(toneOf(moodOf(given)));
  };
  const watching = ready && !busy && !settingsOpen && !pad.entry;
  useSceneWatch({ scene, video, active: watching, onSettled: () => void run() });
  useStationKeys({
    onSpace: ready && !pad.entry ? () => void run() : null,
    onEscape: () => {
      dismiss();
      pad.close();
    },
  });

  const tone = busy ? 'busy' : answer ? toneOf(moodOf(answer)) : 'calm';
  return (
    <main className={classes.station}>
      <StationBar {...{ self, clockOffsetMs, offline, waiting }}>
        <StationMenu
          {...{ cameras, cameraId, sound, onUnpair }}
          opened={settingsOpen}
          onOpen={settings.open}
          onClose={settings.close}
          deviceName={self?.name ?? null}
          onCamera={setCameraId}
          onSound={setSound}
        />
      </StationBar>
      <div className={classes.stage}>
        <CameraView video={video} state={state} onRetry={retry} tone={tone} />
        <AnswerPanel answer={answer} onDismiss={dismiss} />
        <PinPad pad={pad} cameraId={cameraId} offline={offline} />
      </div>
      <StationFoot
        busy={busy}
        ready={ready && !pad.entry}
        onCheckIn={() => void run()}
        onNumber={pad.entry ? null : () => pad.open({ kind: 'number' })}
      />
    </main>
  );
}

/** Who this kiosk is and whether the server answers; a key that it no longer knows is told at once. */
function useHeartbeat(deviceKey: string, onKeyRefused: () => void) {
  const { data, error, isError } = useQuery(selfQuery(deviceKey));
  const keyRefused = isProblem(error) && error.status === 401;
  useEffect(() => {
    if (keyRefused) onKeyRefused();
  }, [keyRefused, onKeyRefused]);
  return { self: data?.self ?? null, clockOffsetMs: data?.clockOffsetMs ?? 0, offline: isError };
}

interface StationKeys {
  onSpace: (() => void) | null;
  onEscape: () => void;
}

function useStationKeys({ onSpace, onEscape }: StationKeys) {
  const space = (event: KeyboardEvent) => {
    // A focused button answers to the space bar itself, and so does everything in the settings.
    const elsewhere = event.target instanceof Element && event.target.closest('button, [role="dialog"]');
    if (!elsewhere) onSpace?.();
  };
  useHotkeys([['Space', space, { preventDefault: false }]]);
  useHotkeys([['Escape', onEscape]], []);
}

interface StationFootProps {
  busy: boolean;
  ready: boolean;
  onCheckIn: () => void;
  onNumber: (() => void) | null;
}

function StationFoot({ busy, ready, onCheckIn, onNumber }: StationFootProps) {
  const { t } = useTranslation('kiosk');
  return (
    <div className={classes.foot}>
      <p className={classes.hint} role="status">
        {t(busy ? 'looking' : 'hint')}
      </p>
      <button type="button" className={classes.quiet} disabled={!onNumber} onClick={() => onNumber?.()}>
        {t('pin.open')}
      </button>
      <button type="button" className={classes.button} disabled={!ready || busy} onClick={onCheckIn}>
        {t(busy ? 'looking' : 'checkIn')}
      </button>
    </div>
  );
}
