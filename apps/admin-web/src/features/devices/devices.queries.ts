import { device, devicePage, deviceWithKey, type DeviceCreate, type DeviceUpdate } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../../api/client.js';

const REFRESH_MS = 30_000;

export const useDevices = (enabled = true) =>
  useQuery({
    queryKey: ['devices'],
    enabled,
    refetchInterval: REFRESH_MS,
    queryFn: async () => (await request('/devices', { schema: devicePage, query: { limit: 500 } })).items,
  });

function useRefreshDevices() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['devices'] });
}

export function useCreateDevice() {
  const onSuccess = useRefreshDevices();
  return useMutation({
    mutationFn: (json: DeviceCreate) => request('/devices', { method: 'POST', json, schema: deviceWithKey }),
    onSuccess,
  });
}

export function useUpdateDevice(id: string) {
  const onSuccess = useRefreshDevices();
  return useMutation({
    mutationFn: (json: DeviceUpdate) => request(`/devices/${id}`, { method: 'PATCH', json, schema: device }),
    onSuccess,
  });
}

export function useRotateKey() {
  const onSuccess = useRefreshDevices();
  return useMutation({
    mutationFn: (id: string) =>
      request(`/devices/${id}/rotate-key`, { method: 'POST', schema: deviceWithKey }),
    onSuccess,
  });
}

export function useDeleteDevice() {
  const onSuccess = useRefreshDevices();
  return useMutation({
    mutationFn: (id: string) => request(`/devices/${id}`, { method: 'DELETE', schema: nothing }),
    onSuccess,
  });
}
