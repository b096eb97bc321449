import { checkInAnswer, deviceSelf, type PinCheckIn } from '@rollcall/contracts';
import { queryOptions } from '@tanstack/react-query';
import { formOf, request } from '../../api/client.js';

const HEARTBEAT_MS = 60_000;

export interface Frame {
  /** Sent as Idempotency-Key: however often a frame is sent, it counts once. */
  key: string;
  capturedAt: string;
  image: Blob;
}

export const selfQuery = (deviceKey: string) =>
  queryOptions({
    queryKey: ['kiosk', deviceKey],
    refetchInterval: HEARTBEAT_MS,
    refetchIntervalInBackground: true,
    refetchOnReconnect: 'always',
    retry: false,
    queryFn: async () => {
      const self = await fetchSelf(deviceKey);
      return { self, clockOffsetMs: new Date(self.serverTime).getTime() - Date.now() };
    },
  });

/** Who this kiosk is; asking is also its sign of life, and tells administrators what its clock shows. */
export const fetchSelf = (deviceKey: string) =>
  request('/devices/self', {
    schema: deviceSelf,
    headers: { 'x-device-key': deviceKey, 'x-device-time': new Date().toISOString() },
  });

/** With a PIN the same frame is asked again; the PIN travels in the body, which no access log keeps. */
export const sendFrame = (deviceKey: string, { key, capturedAt, image }: Frame, pin?: string) =>
  request('/check-ins', {
    method: 'POST',
    schema: checkInAnswer,
    ...(pin === undefined ? { raw: image } : { form: formOf({ frame: image, pin }) }),
    headers: { 'x-device-key': deviceKey, 'idempotency-key': key, 'captured-at': capturedAt },
  });

export const sendNumberAndPin = (deviceKey: string, json: PinCheckIn, key: string) =>
  request('/check-ins/pin', {
    method: 'POST',
    schema: checkInAnswer,
    json,
    headers: { 'x-device-key': deviceKey, 'idempotency-key': key },
  });
