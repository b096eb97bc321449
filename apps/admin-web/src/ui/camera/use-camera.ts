import { useCallback, useEffect, useRef, useState } from 'react';

export type CameraFault = 'denied' | 'missing' | 'busy' | 'insecure' | 'failed';
export type CameraState = { kind: 'starting' } | { kind: 'ready' } | { kind: 'fault'; fault: CameraFault };

const FAULTS: Record<string, CameraFault> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};
const IDEAL = { width: { ideal: 1280 }, height: { ideal: 720 } };

export const faultOf = (error: unknown): CameraFault =>
  (error instanceof Error || error instanceof DOMException ? FAULTS[error.name] : undefined) ?? 'failed';

async function open(deviceId: string | null): Promise<MediaStream> {
  const chosen = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' };
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { ...IDEAL, ...chosen }, audio: false });
  } catch (error) {
    // A remembered camera may be unplugged: any camera is better than none.
    if (!deviceId || faultOf(error) !== 'missing') throw error;
    return navigator.mediaDevices.getUserMedia({ video: IDEAL, audio: false });
  }
}

/** Opens a camera into a video element for as long as the component lives, and opens it again when it drops out. */
export function useCamera(deviceId: string | null = null) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>({ kind: 'starting' });
  const [cameras, setCameras] = useState<MediaDeviceInfo[]>([]);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let stopped = false;
    const start = async () => {
      setState({ kind: 'starting' });
      if (!navigator.mediaDevices?.getUserMedia) return setState({ kind: 'fault', fault: 'insecure' });
      try {
        stream = await open(deviceId);
        if (stopped) return stream.getTracks().forEach((track) => track.stop());
        stream
          .getVideoTracks()[0]
          ?.addEventListener('ended', () => setState({ kind: 'fault', fault: 'missing' }));
        if (video.current) {
          video.current.srcObject = stream;
          await video.current.play().catch(() => undefined);
        }
        setState({ kind: 'ready' });
        const devices = await navigator.mediaDevices.enumerateDevices();
        setCameras(devices.filter((device) => device.kind === 'videoinput'));
      } catch (error) {
        if (!stopped) setState({ kind: 'fault', fault: faultOf(error) });
      }
    };
    void start();
    return () => {
      stopped = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [deviceId, attempt]);

  return { video, state, cameras, retry };
}
