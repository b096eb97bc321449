import { calibration } from '@rollcall/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../api/client.js';

/** The gallery's own scores; without a share, for the one that the settings ask for. */
export const useCalibration = (fpir: number | null, enabled = true) =>
  useQuery({
    queryKey: ['calibration', fpir],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: () => request('/recognition/calibration', { schema: calibration, query: { fpir } }),
  });
